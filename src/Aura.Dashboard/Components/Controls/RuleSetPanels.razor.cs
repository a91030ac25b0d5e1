using Aura.Dashboard.Configuration;
using Aura.Dashboard.Queries;
using Aura.Engine.Rounds;
using Microsoft.AspNetCore.Components;

namespace Aura.Dashboard.Components.Controls;

/// <summary>A rule set, group by group, with the arithmetic that follows from it.</summary>
public sealed partial class RuleSetPanels : IDisposable
{
    private readonly CancellationTokenSource _left = new();
    private string _digest = "";
    private RuleSetAdoption? _adoption;
    private bool _read;

    [Inject]
    internal RoundSchedule Schedule { get; init; } = default!;

    [Inject]
    internal IRuleSetHistory History { get; init; } = default!;

    [Parameter]
    [EditorRequired]
    public required RuleSet Rules { get; set; }

    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        _digest = Rules.ToDigest().Hex;
        _adoption = (await History.LatestAsync(1, _left.Token)).FirstOrDefault(latest => latest.RuleSet == Rules.ToDigest());
        _read = true;
    }

    private CsvTable ToCsv() => new(
        ["source", "asset", "vendor", "function", "instrument", "unit", "agreement", "weight", "staleAfterSeconds"],
        [
            .. Rules.Market.Sources.Select(source => (IReadOnlyList<object?>)
                [
                    source.Id.ToString(), source.Asset.Value, source.Vendor, source.Function, source.Symbol,
                    source.Unit.ToString(), Rules.Consensus.Of(source.Id).Agreement.ToString(),
                    Rules.Consensus.Of(source.Id).Weight, source.StaleAfterSeconds,
                ]),
        ]);
}
