using System.Collections.Immutable;
using System.Globalization;
using Aura.Dashboard.Components.Controls;
using Aura.Dashboard.Publishing.Live;
using Aura.Engine.Rounds;
using Microsoft.AspNetCore.Components;

namespace Aura.Dashboard.Components.Pages;

/// <summary>What is halted, what may be done about it by whom, and everything that ever happened to a breaker.</summary>
public sealed partial class Breakers
{
    private const string UsualRange = "6h";

    // Refusals change no breaker, so nothing announces them: a list that is open looks for them now and then.
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(10);
    private ImmutableArray<Engine.Canon.Scope> _scopes;

    [Inject]
    public required RulesInForce InForce { get; init; }

    /// <summary>Whose history is listed; everybody's without it.</summary>
    [SupplyParameterFromQuery(Name = BreakerAddress.ScopeParameter)]
    public string? Scope { get; set; }

    /// <summary>Where a page of the history begins: below this entry.</summary>
    [SupplyParameterFromQuery(Name = BreakerAddress.BeforeParameter)]
    public long? Before { get; set; }

    /// <summary>How far back the timeline goes.</summary>
    [SupplyParameterFromQuery(Name = "range")]
    public string? Range { get; set; }

    [SupplyParameterFromQuery(Name = "from")]
    public string? From { get; set; }

    [SupplyParameterFromQuery(Name = "to")]
    public string? To { get; set; }

    private RuleSet Rules => InForce.Current;

    private ChosenRange Chosen => ChosenRange.Of(Range ?? UsualRange, From, To, Clock.GetUtcNow());

    protected override void OnInitialized()
    {
        _scopes = [.. Rules.Scopes];
        base.OnInitialized();
    }

    private protected override BreakersView Read(LiveSnapshot snapshot) => new(
        snapshot.Breakers,
        snapshot.Latest is { } latest && InForce.Find(latest.Configuration) is not null ? latest : null,
        string.Join(' ', snapshot.Breakers
            .Select(breaker => $"{breaker.Scope}:{breaker.Version}:{breaker.Pending?.Id}")
            .Append((Clock.GetUtcNow().UtcTicks / LookAgain.Ticks).ToString(CultureInfo.InvariantCulture))));

    private protected override bool IsEmpty(BreakersView view) => false;
}
