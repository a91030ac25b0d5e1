using Aura.Dashboard.Components.Appearance;
using Aura.Engine.Breaker;
using Aura.Engine.Publishing;
using Aura.Engine.Rounds;
using Microsoft.AspNetCore.Components;

namespace Aura.Dashboard.Components.Controls;

/// <summary>An asset's dispersion, volatility and last move, each beside the threshold of the cause that looks at it.</summary>
public sealed partial class RiskGaugeList
{
    [Inject]
    public required RulesInForce InForce { get; init; }

    private RuleSet Rules => InForce.Current;

    [Parameter]
    [EditorRequired]
    public required AssetReport Asset { get; set; }

    /// <summary>On a card: apart and moving, without words.</summary>
    [Parameter]
    public bool IsShort { get; set; }

    private IEnumerable<RiskGauge> Shown => IsShort ? Gauges.Take(2) : Gauges;

    private IEnumerable<RiskGauge> Gauges =>
    [
        Of("dispersion", T("Dispersion"), Asset.DispersionPercent, BreakerCause.ExtremeDispersion, Rules.Risk.ExtremeAbovePercent),
        Of("volatility", T("Volatility, EWMA"), Asset.VolatilityPercent, BreakerCause.Volatility, null),
        Asset.IsOpening is true
            ? Of("change", T("Gap at the opening"), Asset.ChangePercent, BreakerCause.OpeningGap, null)
            : Of("change", T("Move since the price before"), Asset.ChangePercent, BreakerCause.PriceJump, null),
    ];

    private string IdOf(RiskGauge gauge) => $"gauge-{Asset.Asset}-{gauge.Name}";

    private RiskGauge Of(string name, string title, decimal? value, BreakerCause cause, decimal? threshold)
    {
        var rule = Rules.Breaker.CausesInForce.FirstOrDefault(found => found.Cause == cause);
        decimal? at = threshold ?? rule?.EnterAbove;
        string words = rule is null || at is null
            ? T("Nothing happens by it under these rules.")
            : $"{BreakerWords.Of(cause)}: {CauseWords.ThresholdOf(rule, Rules)} · {CauseWords.Of(rule.Mode)}";
        return new RiskGauge(name, title, value, at, words);
    }
}
