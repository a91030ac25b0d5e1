using Aura.Engine.Market;

namespace Aura.Engine.Consensus;

/// <summary>What the nodes vote on where settings do not say.</summary>
public static class DefaultAgreement
{
    private const string DatedByDay = "GLOBAL_QUOTE";

    /// <summary>
    /// A tape gives every node the same bytes, so the original rule holds. A live vendor does not: a quote that is
    /// dated by its day is at least the same quote for every node, while a spot price moves between two requests.
    /// </summary>
    public static AgreementKind Of(MarketMode mode, string function) => (mode, function) switch
    {
        (not MarketMode.Live, _) => AgreementKind.Body,
        (_, DatedByDay) => AgreementKind.Quote,
        _ => AgreementKind.Median,
    };
}
