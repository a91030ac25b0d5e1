using Aura.Engine.Market;

namespace Aura.Engine.Consensus;

/// <summary>What the nodes vote on where settings do not say.</summary>
public static class DefaultAgreement
{
    /// <summary>
    /// A tape gives every node the same bytes, so the original rule holds. A live vendor does not: a quote that is
    /// dated by its day is at least the same quote for every node, while a spot price moves between two requests.
    /// </summary>
    public static AgreementKind Of(MarketMode mode, string function) =>
        mode is not MarketMode.Live ? AgreementKind.Body
        : SourceRule.IsDatedByDay(function) ? AgreementKind.Quote
        : AgreementKind.Median;
}
