using System.Collections.Immutable;
using Aura.Dashboard.Components.Appearance;
using Aura.Dashboard.Components.Controls;
using Aura.Dashboard.Configuration;
using Aura.Dashboard.Publishing.Live;
using Aura.Engine.Canon;
using Aura.Engine.Market;
using Aura.Engine.Rounds;
using Microsoft.AspNetCore.Components;

namespace Aura.Dashboard.Components.Pages;

/// <summary>What is the state, is anything halted, why, and what can I do: answered in five seconds.</summary>
public sealed partial class Overview
{
    private const int RecentRoundsShown = 10;
    private const int EventsShown = 10;
    private static readonly MadeOnce<LiveSnapshot, OverviewView> Shared = new();
    private ImmutableArray<AssetSymbol> _symbols;

    [Inject]
    public required RulesInForce InForce { get; init; }

    [Inject]
    internal RoundSchedule Schedule { get; init; } = default!;

    private RuleSet Rules => InForce.Current;

    protected override void OnInitialized()
    {
        _symbols = [.. Rules.Market.Assets.Select(asset => asset.Symbol)];
        base.OnInitialized();
    }

    private protected override OverviewView Read(LiveSnapshot snapshot) => Shared.Of(snapshot, () => ViewOf(snapshot));

    private ImmutableArray<CorporateAction>? SplitsOf(AssetSymbol symbol) =>
        Rules.Market.Assets.FirstOrDefault(asset => asset.Symbol == symbol)?.CorporateActions;

    private OverviewView ViewOf(LiveSnapshot snapshot)
    {
        // Rounds under other settings list other assets on another clock: they are facts, but no line connects them.
        var history = snapshot.History.Where(round => InForce.Find(round.Configuration) is not null).ToImmutableArray();
        var latest = history.LastOrDefault();
        return new OverviewView(
            latest, latest is null ? null : RoundExplainer.Explain(latest, InForce.Find(latest.Configuration) ?? Rules), history, [.. snapshot.History.Reverse().Take(RecentRoundsShown)], snapshot.Breakers,
            DeskEvents.Latest(history, snapshot.Breakers, EventsShown));
    }

    private protected override bool IsEmpty(OverviewView view) => view.Latest is null;
}
