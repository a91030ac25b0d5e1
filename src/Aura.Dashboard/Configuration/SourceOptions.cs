using Aura.Engine.Consensus;
using Aura.Engine.Market;

namespace Aura.Dashboard.Configuration;

/// <summary>One source. Section <c>Assets:{i}:Sources:{j}</c>.</summary>
internal sealed class SourceOptions
{
    /// <summary>1 to 40 lower-case letters, digits or dashes; unique.</summary>
    public string Id { get; set; } = string.Empty;

    /// <summary>The vendor's name.</summary>
    public string Vendor { get; set; } = string.Empty;

    /// <summary>The vendor's endpoint.</summary>
    public string Function { get; set; } = string.Empty;

    /// <summary>The vendor's name of the instrument.</summary>
    public string Symbol { get; set; } = string.Empty;

    /// <summary>What the vendor's amount buys. Accepted: <c>Share</c>, <c>TroyOunce</c>.</summary>
    public PriceUnit Unit { get; set; }

    /// <summary>Weight in the weighted mean; above 0, at most 100.</summary>
    public decimal Weight { get; set; } = 1m;

    /// <summary>
    /// What the nodes vote on. Accepted: <c>Body</c>, <c>Quote</c>, <c>Median</c>; without it the mode and the function
    /// decide (<see cref="DefaultAgreement"/>).
    /// </summary>
    public AgreementKind? Agreement { get; set; }

    /// <summary>
    /// Greatest age of a quote, 1 s to 30 days: in market time, and under the calendar of exchanges in time of trading.
    /// Null means 15 minutes, and for <c>GLOBAL_QUOTE</c>, which states a day only, one session.
    /// </summary>
    public TimeSpan? StaleAfter { get; set; }
}
