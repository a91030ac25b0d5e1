using Aura.Engine.Canon;

namespace Aura.Engine.Market;

/// <summary>The last step of every parser: an amount that is a price at all becomes a quote.</summary>
internal static class Priced
{
    // Far above any price and far below where converting and squaring it would overflow a decimal.
    private const decimal HighestAmount = 1_000_000_000_000m;

    public static Reading Of(SourceRule source, decimal amount, DateTimeOffset sourceTime) => amount switch
    {
        <= 0m => Reading.Refuse(RefusalCode.Implausible, $"The price {DecimalText.Of(amount)} is not positive."),
        > HighestAmount => Reading.Refuse(
            RefusalCode.Implausible, $"The price {DecimalText.Of(amount)} is above {DecimalText.Of(HighestAmount)}."),
        _ => new Reading.Quoted(
            new Quote(source.Symbol, amount, Quote.Usd, source.Unit, InstantText.Truncate(sourceTime))),
    };
}
