using Aura.Engine.Canon;
using Aura.Testing;

namespace Aura.Engine.Tests.Incidents;

/// <summary>One asset on one day: the close before, and the close.</summary>
/// <param name="Date">The day.</param>
/// <param name="Asset">GOLD or MSFT.</param>
/// <param name="Before">The close before, USD.</param>
/// <param name="After">The close, USD.</param>
/// <param name="IsStale">Whether the share of gold still states the close before.</param>
internal sealed record StressDay(string Date, AssetSymbol Asset, decimal Before, decimal After, bool IsStale)
{
    // Real prices have more places than bodies of a test state.
    private const int Places = 4;

    public string Kind => IsStale ? "stale share" : "together";

    /// <summary>What a line of the days holds: one asset, gold a second time with a share that lags.</summary>
    public static IEnumerable<StressDay> Of(SharedRow row)
    {
        bool isMsft = row["asset"] is "msft";
        var (asset, before, after) = isMsft
            ? (Standard.Msft, row.Number("msft_prev"), row.Number("msft_close"))
            : (Standard.Gold, row.Number("xau_prev"), row.Number("xau_close"));
        if (before is not { } was || after is not { } became)
            yield break;

        yield return new StressDay(row["date"], asset, was, became, IsStale: false);
        if (!isMsft)
            yield return new StressDay(row["date"], asset, was, became, IsStale: true);
    }

    public RoundBuilder Morning(RoundBuilder round) => Stated(round, Before);

    public RoundBuilder Evening(RoundBuilder round) => IsStale
        ? Stated(round, After).WithPrice(Standard.GoldShare, decimal.Round(Before * Standard.Ounces.OuncesPerShare, Places))
        : Stated(round, After);

    private RoundBuilder Stated(RoundBuilder round, decimal price) => Asset == Standard.Gold
        ? round.WithGold(decimal.Round(price, Places))
        : round.WithPrice(Standard.MsftDay, price).WithPrice(Standard.MsftSeries, price).WithPrice(Standard.MsftQuote, price);
}
