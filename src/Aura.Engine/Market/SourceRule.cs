using Aura.Engine.Canon;

namespace Aura.Engine.Market;

/// <summary>One configured source.</summary>
/// <param name="Id">The source's name.</param>
/// <param name="Asset">The asset whose price it states.</param>
/// <param name="Vendor">The vendor, such as <c>AlphaVantage</c>.</param>
/// <param name="Function">The vendor's endpoint, such as <c>GLOBAL_QUOTE</c>.</param>
/// <param name="Symbol">The vendor's name of the instrument.</param>
/// <param name="Unit">What the amount in the body buys.</param>
/// <param name="StaleAfterSeconds">Greatest age of a quote, in seconds of market time.</param>
public sealed record SourceRule(
    SourceId Id, AssetSymbol Asset, string Vendor, string Function, string Symbol, PriceUnit Unit, long StaleAfterSeconds)
{
    /// <summary>Whether an endpoint dates its quotes with a day and no time.</summary>
    /// <param name="function">The vendor's endpoint.</param>
    public static bool IsDatedByDay(string function) => function is "GLOBAL_QUOTE";
}
