using System.Text;
using Aura.Dashboard.Sources;
using Aura.Engine.Market;
using Aura.Engine.Rounds;
using CsCheck;

namespace Aura.Dashboard.Tests.Sources;

/// <summary>What a tape says in a vendor's words is what the vendor's parser hears.</summary>
public sealed class VendorEndpointTests : IClassFixture<RunningHost>
{
    // Every vendor prints at least four places.
    private static readonly Gen<decimal> Prices = Gen.Long[1, 10_000_000_000].Select(units => units / 10_000m);

    private static readonly Gen<DateTimeOffset> Times =
        Gen.Long[0, 20L * 365 * 86_400].Select(seconds => DateTimeOffset.UnixEpoch.AddYears(37).AddSeconds(seconds));

    private readonly VendorEndpoints _endpoints;
    private readonly IReadOnlyList<SourceRule> _sources;

    public VendorEndpointTests(RunningHost running)
    {
        _endpoints = running.Host.Get<VendorEndpoints>();
        var shipped = running.Host.Get<RuleSet>().Market.Sources;
        var share = shipped.First(source => source is { Vendor: "AlphaVantage", Symbol: "MSFT" });
        var ounce = shipped.First(source => source is { Vendor: "GoldApi" });
        // Settings may name these too, and a simulation must be able to play them.
        _sources =
        [
            .. shipped,
            share with { Function = "TIME_SERIES_INTRADAY" },
            share with { Function = "TIME_SERIES_INTRADAY", Symbol = "MSFT@60min" },
            ounce with { Vendor = "AlphaVantage", Function = "GOLD_SILVER_SPOT" },
            share with { Vendor = "TwelveData", Function = "quote" },
            ounce with { Vendor = "TwelveData", Function = "quote", Symbol = "XAU/USD" },
            share with { Vendor = "Finnhub", Function = "candle" },
            share with { Vendor = "Finnhub", Function = "candle", Symbol = "MSFT@1min" },
        ];
    }

    [Fact]
    public void Every_endpoint_that_can_be_parsed_is_played_by_a_source() => Assert.Equal(
        BodyParsers.All.Select(parser => $"{parser.Vendor} {parser.Function}").Order(StringComparer.Ordinal),
        _sources.Select(source => $"{source.Vendor} {source.Function}")
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        StringComparer.Ordinal);

    [Fact]
    public void Every_rendered_price_is_parsed_to_the_same_price() =>
        Gen.Select(Gen.Int[0, _sources.Count - 1].Select(i => _sources[i]), Prices, Times).Sample((source, price, time) =>
        {
            var reading = Read(source, _endpoints.Of(source).Render(source, price, time), time);

            var quote = Assert.IsType<Reading.Quoted>(reading).Quote;
            Assert.Equal(price, quote.Amount);
            Assert.Equal(source.Unit, quote.Unit);
            Assert.Equal(source.Symbol, quote.Symbol);
            Assert.InRange(quote.SourceTime, time.AddDays(-1), time);
        });

    [Fact]
    public void Every_empty_body_is_refused_and_never_a_price() => Assert.All(_sources, source =>
    {
        var refused = Assert.IsType<Reading.Refused>(
            Read(source, _endpoints.Of(source).RenderEmpty(source), RoundDriver.FirstMoment));
        // Finnhub's quote has one answer for both.
        Assert.Equal(
            source is { Vendor: "Finnhub", Function: "quote" } ? RefusalCode.UnknownSymbol : RefusalCode.Empty, refused.Code);
    });

    [Fact]
    public void Every_path_is_one_that_a_request_can_carry() => Assert.All(_sources, source =>
    {
        string path = _endpoints.Of(source).PathAndQuery(source, RoundDriver.FirstMoment);
        Assert.Equal(path, new Uri(new Uri("https://vendor.example"), path).PathAndQuery);
    });

    private static Reading Read(SourceRule source, string body, DateTimeOffset time) =>
        BodyParsers.Read(source, Encoding.UTF8.GetBytes(body), time);
}
