using System.Collections.Immutable;
using Aura.Engine.Market.AlphaVantage;
using Aura.Engine.Market.Finnhub;
using Aura.Engine.Market.GoldApi;
using Aura.Engine.Market.TwelveData;

namespace Aura.Engine.Market;

/// <summary>Every parser there is; settings may name these vendors and functions and no other.</summary>
public static class BodyParsers
{
    /// <summary>All parsers.</summary>
    public static ImmutableArray<IBodyParser> All { get; } =
    [
        new GlobalQuoteParser(),
        new CurrencyExchangeRateParser(),
        new IntradayParser(),
        new GoldSilverSpotParser(),
        new TimeSeriesParser(),
        new TwelveDataQuoteParser(),
        new FinnhubQuoteParser(),
        new CandleParser(),
        new GoldPriceParser(),
    ];

    /// <summary>The parser of an endpoint, or null when there is none.</summary>
    public static IBodyParser? Find(string vendor, string function) =>
        All.FirstOrDefault(parser =>
            string.Equals(parser.Vendor, vendor, StringComparison.Ordinal)
            && string.Equals(parser.Function, function, StringComparison.Ordinal));

    /// <summary>Reads a body with the parser of its source.</summary>
    /// <exception cref="ArgumentException">No parser reads this endpoint: the settings should have been refused.</exception>
    public static Reading Read(SourceRule source, ReadOnlyMemory<byte> body, DateTimeOffset marketTime)
    {
        var parser = Find(source.Vendor, source.Function)
            ?? throw new ArgumentException($"No parser reads {source.Vendor} {source.Function}.", nameof(source));
        return parser.Parse(source, body, marketTime);
    }
}
