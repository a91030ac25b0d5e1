using System.Net;
using System.Text;
using Aura.Dashboard.Sources;
using Aura.Engine.Canon;
using Aura.Engine.Consensus;
using Aura.Engine.Market;
using Aura.Engine.MasterLogic;
using Aura.Engine.Publishing;

namespace Aura.Dashboard.Tests.Sources;

/// <summary>
/// Vendors that give every node other bytes, as live ones do, through the real pipeline: gold-goldapi agrees on quotes,
/// gold-twelvedata on the median, and everything else on bodies.
/// </summary>
public sealed class AgreementKindsTests
{
    private static readonly decimal[] Close = [3350.10m, 3350.20m, 3350.30m, 3350.40m];

    [Fact]
    public async Task Equal_quotes_in_unequal_bodies_and_values_near_their_median_are_agreed()
    {
        var report = await RoundAsync(quotes: [3351m, 3351m, 3351m, 3351m], values: Close);

        var quote = report.Asset("GOLD").Source("gold-goldapi");
        Assert.Equal((AgreementKind.Quote, SourceVerdict.Agreed, 4, 3351m), (quote.Agreement, quote.Verdict, quote.Votes, quote.Price));
        Assert.Equal(4, quote.Bodies.Length);
        var median = report.Asset("GOLD").Source("gold-twelvedata");
        Assert.Equal((AgreementKind.Median, SourceVerdict.Agreed, 4, 3350.20m), (median.Agreement, median.Verdict, median.Votes, median.Price));
        Assert.Equal(report.MarketTime.AddSeconds(-3), median.SourceTime);
        Assert.Equal((Quality.Good, Tier.Normal), (report.Asset("GOLD").Quality, report.Asset("GOLD").Tier));
        Assert.Equal(AgreementKind.Body, report.Asset("MSFT").Source("msft-av").Agreement);
    }

    [Fact]
    public async Task One_liar_of_four_moves_neither()
    {
        var report = await RoundAsync(quotes: [3351m, 9999m, 3351m, 3351m], values: [3350.10m, 9999m, 3350.30m, 3350.40m]);

        var quote = report.Asset("GOLD").Source("gold-goldapi");
        Assert.Equal((SourceVerdict.Agreed, 3, 3351m), (quote.Verdict, quote.Votes, quote.Price));
        var median = report.Asset("GOLD").Source("gold-twelvedata");
        Assert.Equal((SourceVerdict.Agreed, 3, 4, 3350.30m), (median.Verdict, median.Votes, median.Values, median.Price));
    }

    [Fact]
    public async Task Two_quotes_and_values_beyond_the_tolerance_leave_no_agreement_and_the_asset_goes_on_with_the_others()
    {
        var report = await RoundAsync(quotes: [3351m, 3351m, 3352m, 3352m], values: [3300m, 3350m, 3400m, 3450m]);

        var quote = report.Asset("GOLD").Source("gold-goldapi");
        Assert.Equal((SourceVerdict.NoAgreement, 2), (quote.Verdict, quote.Votes));
        var median = report.Asset("GOLD").Source("gold-twelvedata");
        Assert.Equal((SourceVerdict.NoAgreement, 1), (median.Verdict, median.Votes));
        Assert.Equal("1 of 4 nodes lie within 0.5 % of the median of 4 values; 3 are needed.", median.Reason);
        Assert.Equal(Quality.Degraded, report.Asset("GOLD").Quality);
    }

    [Fact]
    public async Task A_refusal_that_two_nodes_read_from_bodies_of_their_own_fails_the_source_with_its_code()
    {
        var report = await RoundAsync(quotes: [null, null, 3351m, 3351m], values: [null, null, 3350m, 3350m]);

        Assert.Equal(RefusalCode.Empty, report.Asset("GOLD").Source("gold-goldapi").Refusal);
        Assert.Equal(RefusalCode.Throttled, report.Asset("GOLD").Source("gold-twelvedata").Refusal);
        Assert.Equal(2, report.Asset("GOLD").Source("gold-twelvedata").Bodies.Length);
    }

    // The prices that each node receives; null is a refusal.
    private static async Task<RoundReport> RoundAsync(decimal?[] quotes, decimal?[] values)
    {
        using var goldApi = Vendor(fetch => quotes[fetch.Node.Number - 1] is { } price
            ? $$"""{"currency":"USD","price":{{price}},"symbol":"XAU","updatedAt":"{{fetch.MarketTime:yyyy-MM-ddTHH:mm:ssZ}}"}"""
            : "{}");
        using var twelveData = Vendor(fetch => Series(fetch, values));
        using var rounds = RoundDriver.Start(host =>
        {
            host.With("Assets:0:Sources:3:Agreement", "Quote").With("Assets:0:Sources:2:Agreement", "Median");
            goldApi.Plays(host, "GoldApi");
            twelveData.Plays(host, "TwelveData");
        });
        return await rounds.RunAsync();
    }

    private static Task<RoundReport> RoundAsync(decimal?[] quotes, decimal[] values) =>
        RoundAsync(quotes, [.. values.Select(value => (decimal?)value)]);

    // The nodes ask one after the other: each sees a bar that is a second older than the next one's.
    private static string Series(FetchRequest fetch, decimal?[] values)
    {
        if (fetch.Source.Asset != AssetSymbol.Parse("GOLD"))
            return """{"meta":{"symbol":"MSFT"},"values":[]}""";
        return values[fetch.Node.Number - 1] is { } close
            ? $$"""
              {"meta":{"symbol":"XAU/USD"},"values":[{"datetime":"{{fetch.MarketTime.AddSeconds(fetch.Node.Number - 5):yyyy-MM-dd HH:mm:ss}}","close":"{{close}}"}]}
              """
            : """{"code":429,"message":"You have run out of API credits for the current minute.","status":"error"}""";
    }

    // Every node's bytes differ, whatever they say.
    private static VendorStub Vendor(Func<FetchRequest, string> body) => new((request, _) =>
    {
        Assert.True(request.Options.TryGetValue(FetchContext.Request, out var fetch));
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new StringContent(body(fetch) + new string(' ', fetch.Node.Number), Encoding.UTF8, "application/json"),
        });
    });
}
