using System.Collections.Immutable;
using Aura.Engine.Canon;
using Aura.Engine.Consensus;
using Aura.Engine.Market;
using Aura.Engine.Rounds;

namespace Aura.Testing;

/// <summary>The names, sources and prices that builders start from.</summary>
public static class Standard
{
    /// <summary>Thursday 2025-06-05, 15:00 New York: in session, and the day of the recorded vendor bodies.</summary>
    public static readonly DateTimeOffset Start = new(2025, 6, 5, 19, 0, 0, TimeSpan.Zero);

    /// <summary>Time between two rounds.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromSeconds(5);

    public static AssetSymbol Gold { get; } = AssetSymbol.Parse("GOLD");

    public static AssetSymbol Msft { get; } = AssetSymbol.Parse("MSFT");

    public static Scope GoldScope { get; } = Scope.Of(Gold);

    public static Scope MsftScope { get; } = Scope.Of(Msft);

    /// <summary>USD per GLD share; everything else about gold is USD per troy ounce.</summary>
    public static SourceRule GoldShare { get; } =
        Source("gold-av-gld", Gold, "AlphaVantage", "GLOBAL_QUOTE", "GLD", PriceUnit.Share);

    public static SourceRule GoldRate { get; } =
        Source("gold-av-xau", Gold, "AlphaVantage", "CURRENCY_EXCHANGE_RATE", "XAU/USD", PriceUnit.TroyOunce);

    public static SourceRule GoldSeries { get; } =
        Source("gold-td-xau", Gold, "TwelveData", "time_series", "XAU/USD", PriceUnit.TroyOunce);

    public static SourceRule GoldSpot { get; } =
        Source("gold-ga-xau", Gold, "GoldApi", "price", "XAU", PriceUnit.TroyOunce);

    public static SourceRule MsftDay { get; } =
        Source("msft-av-quote", Msft, "AlphaVantage", "GLOBAL_QUOTE", "MSFT", PriceUnit.Share);

    public static SourceRule MsftSeries { get; } =
        Source("msft-td-series", Msft, "TwelveData", "time_series", "MSFT", PriceUnit.Share);

    public static SourceRule MsftQuote { get; } =
        Source("msft-fh-quote", Msft, "Finnhub", "quote", "MSFT", PriceUnit.Share);

    /// <summary>
    /// Real closes of 2025-06-05: GLD 309.33 at 0.0921553 ounces is 3,356.62 USD an ounce beside XAU at 3,356.73.
    /// </summary>
    public static ImmutableDictionary<SourceId, decimal> Prices { get; } = new Dictionary<SourceId, decimal>
    {
        [GoldShare.Id] = 309.33m,
        [GoldRate.Id] = 3356.73m,
        [GoldSeries.Id] = 3356.73m,
        [GoldSpot.Id] = 3356.73m,
        [MsftDay.Id] = 467.68m,
        [MsftSeries.Id] = 467.61m,
        [MsftQuote.Id] = 467.68m,
    }.ToImmutableDictionary();

    /// <summary>The published ounces per GLD share of the standard day.</summary>
    public static OuncesOnDate Ounces { get; } = new("2025-06-05", 0.0921553m);

    /// <summary>Sources with the weights of the original, in order of id.</summary>
    public static ImmutableArray<(SourceRule Rule, decimal Weight)> Sources { get; } =
    [
        (GoldShare, 1.0m), (GoldRate, 0.8m), (GoldSpot, 0.8m), (GoldSeries, 0.8m),
        (MsftDay, 1.0m), (MsftQuote, 0.9m), (MsftSeries, 0.9m),
    ];

    /// <summary>The slot of a round.</summary>
    public static Slot SlotOf(RoundNumber round) => new(Start + ((round.Value - 1) * Period));

    /// <summary>The schedule of the standard slots.</summary>
    public static Notice.SlotsMissed? SlotsBetween(Slot after, Slot before)
    {
        long count = (long)((before.Instant - after.Instant) / Period) - 1;
        return count <= 0
            ? null
            : new Notice.SlotsMissed(new Slot(after.Instant + Period), new Slot(before.Instant - Period), count);
    }

    private static SourceRule Source(
        string id, AssetSymbol asset, string vendor, string function, string symbol, PriceUnit unit) =>
        new(SourceId.Parse(id), asset, vendor, function, symbol, unit, 900);
}
