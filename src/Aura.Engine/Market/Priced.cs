using Aura.Engine.Canon;

namespace Aura.Engine.Market;

/// <summary>The last step of every parser: an amount that is a price at all becomes a quote.</summary>
internal static class Priced
{
    public static Reading Of(SourceRule source, decimal amount, DateTimeOffset sourceTime) =>
        amount > 0m
            ? new Reading.Quoted(
                new Quote(source.Symbol, amount, Quote.Usd, source.Unit, InstantText.Truncate(sourceTime)))
            : Reading.Refuse(
                RefusalCode.Implausible, $"The price {DecimalText.Of(amount)} is not positive.");
}
