using Aura.Engine.Canon;

namespace Aura.Engine.Market;

/// <summary>A price as one source states it, before any conversion.</summary>
/// <param name="Symbol">The vendor's name of the instrument, such as <c>GLD</c> or <c>XAU/USD</c>.</param>
/// <param name="Amount">Positive, in <paramref name="Currency"/> per <paramref name="Unit"/>.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="Unit">What the amount buys.</param>
/// <param name="SourceTime">When the price was valid at the source, UTC.</param>
public sealed record Quote(
    string Symbol, decimal Amount, string Currency, PriceUnit Unit, DateTimeOffset SourceTime)
{
    /// <summary>The only currency of this version.</summary>
    public const string Usd = "USD";

    /// <summary>
    /// The vote of the agreement kind <c>quote</c>: SHA-256 of the canonical bytes of exactly these five members. Amounts
    /// that are equal as numbers, such as 3356.7 and 3356.70, have one text and so one digest.
    /// </summary>
    public Digest ToDigest() => Digest.Of(CanonicalJson.Serialize(this, MarketJson.Default.Quote));
}
