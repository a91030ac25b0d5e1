using Aura.Engine.Market;
using Aura.Testing;

namespace Aura.Engine.Tests.Market;

/// <summary>One source for each parser there is.</summary>
internal static class VendorSources
{
    public static readonly SourceRule Intraday =
        Standard.MsftDay with { Id = SourceId.Parse("msft-av-intraday"), Function = "TIME_SERIES_INTRADAY" };

    public static readonly SourceRule GoldSilver =
        Standard.GoldRate with { Id = SourceId.Parse("gold-av-spot"), Function = "GOLD_SILVER_SPOT", Symbol = "XAU" };

    public static readonly SourceRule TwelveQuote =
        Standard.MsftSeries with { Id = SourceId.Parse("msft-td-quote"), Function = "quote" };

    public static readonly SourceRule Candles =
        Standard.MsftQuote with { Id = SourceId.Parse("msft-fh-candle"), Function = "candle" };

    public static readonly IReadOnlyList<SourceRule> All =
    [
        Standard.GoldShare, Standard.GoldRate, Intraday, GoldSilver, Standard.GoldSeries, TwelveQuote, Standard.MsftQuote,
        Candles, Standard.GoldSpot,
    ];
}
