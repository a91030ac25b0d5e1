using Aura.Dashboard.Configuration;
using Aura.Dashboard.Queries;
using Aura.Dashboard.Sources.Live;
using Aura.Engine.Rounds;
using Aura.Testing;

namespace Aura.Dashboard.Tests.Sources.Live;

/// <summary>What a Live configuration must bring before its first call.</summary>
public sealed class LiveSettingsTests
{
    private const string Loopback = "http://127.0.0.1:9";

    [Fact]
    public void Four_endpoints_every_five_minutes_by_four_nodes_are_4608_calls_against_25()
    {
        var demand = Assert.Single(QuotaPlan.Demands(
            Enumerable.Repeat("AlphaVantage", 4), _ => 4, RoundSchedule.Parse("*/5 * * * *")));

        string refusal = Assert.Single(QuotaPlan.Excesses(
            demand, new VendorLimits(60, 25, TimeSpan.FromSeconds(1)), TimeSpan.FromMinutes(1)));

        Assert.Equal(
            "Market:Vendors:AlphaVantage:RequestsPerDay is '25': the schedule asks 4,608 calls a day against 25 "
            + "(4 sources × 4 asking nodes × 288 rounds). As configured 1 round a day would fit; with Market:Fetch set to "
            + "Shared 6 rounds a day would fit.",
            refusal);
    }

    [Theory]
    [InlineData("*/5 * * * *", 288)]
    [InlineData("*/5 * * * * *", 17_280)]
    [InlineData("0 14,20 * * 1-5", 2)]
    [InlineData("0 0 1 7 *", 1)]
    public void The_busiest_day_counts(string cron, int rounds) =>
        Assert.Equal(rounds, RoundSchedule.Parse(cron).MostInADay());

    [Theory]
    [InlineData(8, 0, "2 rounds a minute would fit")]
    [InlineData(3, 0, "not one round fits")]
    public void A_minute_has_a_limit_of_its_own(int perMinute, int perDay, string fit)
    {
        var demand = new QuotaDemand("TwelveData", 1, 4, 12, 17_280);

        string refusal = Assert.Single(QuotaPlan.Excesses(
            demand, new VendorLimits(perMinute, perDay, TimeSpan.Zero), TimeSpan.FromSeconds(3)));

        Assert.StartsWith(
            $"Market:Vendors:TwelveData:RequestsPerMinute is '{perMinute}': the schedule asks 48 calls a minute", refusal,
            StringComparison.Ordinal);
        Assert.Contains(fit, refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Calls_that_a_vendor_spaces_beyond_the_deadline_are_refused() => Assert.StartsWith(
        "Rounds:GatherTimeout is '00:00:03': AlphaVantage answers one call in 1 s",
        Assert.Single(QuotaPlan.Excesses(
            new QuotaDemand("AlphaVantage", 1, 4, 1, 1), new VendorLimits(60, 25, TimeSpan.FromSeconds(1)),
            TimeSpan.FromSeconds(3))),
        StringComparison.Ordinal);

    public static TheoryData<string, string, string> Refused => new()
    {
        { "Market:Vendors:Finnhub:ApiKey", "", "Market:Vendors:Finnhub:ApiKey is missing: msft-finnhub cannot be asked" },
        { "Market:Vendors:Finnhub:ApiKey", "two words", "Market:Vendors:Finnhub:ApiKey holds characters that no key has" },
        { "Market:Vendors:GoldApi:BaseUrl", "http://vendor.example", "Market:Vendors:GoldApi:BaseUrl is 'http://vendor.example': accepted is https" },
        { "Market:Vendors:GoldApi:BaseUrl", "http://localhost.:9", "Market:Vendors:GoldApi:BaseUrl is 'http://localhost.:9': accepted is https" },
        { "Market:Vendors:GoldApi:BaseUrl", "https://me:secret@vendor.example", "Market:Vendors:GoldApi:BaseUrl holds more than" },
        { "Market:Vendors:GoldApi:BaseUrl", "ftp://vendor.example", "Market:Vendors:GoldApi:BaseUrl is no address" },
        { "Market:Vendors:AlphaVantage:RequestsPerDay", "25", "Market:Vendors:AlphaVantage:RequestsPerDay is '25': the schedule asks 4,608 calls a day against 25" },
        { "Market:Vendors:Finnhub:ApiKey", "abc", "Market:Vendors:Finnhub:ApiKey is too short to be a key" },
        { "Market:Vendors:Finnhub:NodeApiKeys:5", "somebody", "Market:Vendors:Finnhub:NodeApiKeys:5 is no node: accepted are 1 to 4." },
        { "Market:Vendors:Finnhub:NodeApiKeys:2", "", "Market:Vendors:Finnhub:NodeApiKeys:2 is empty" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_live_setting_that_is_not_safe_stops_the_start(string key, string value, string expected)
    {
        using var host = LiveHost.Settings(new AuraHost(), Loopback).With(key, value);

        var errors = Assert.Throws<AuraSettingsException>(host.Started).Errors;

        Assert.StartsWith(expected, Assert.Single(errors), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", errors[0], StringComparison.Ordinal);
    }

    [Fact]
    public void The_original_configuration_with_a_free_key_is_refused_with_4608_against_25()
    {
        using var host = new AuraHost().With("Market:Mode", "Live");
        foreach (string vendor in (string[])["AlphaVantage", "TwelveData", "Finnhub"])
            host.With($"Market:Vendors:{vendor}:ApiKey", "example");

        var errors = Assert.Throws<AuraSettingsException>(host.Started).Errors;

        Assert.Contains(errors, error => error.Contains(
            "the schedule asks 4,608 calls a day against 25 (4 sources × 4 asking nodes × 288 rounds)", StringComparison.Ordinal));
    }

    [Fact]
    public void Keys_of_nodes_that_share_one_answer_stop_the_start()
    {
        using var host = LiveHost.Settings(new AuraHost(), Loopback)
            .With("Market:Fetch", "Shared").With("Market:Vendors:Finnhub:NodeApiKeys:2", "somebody");

        Assert.StartsWith(
            "Market:Vendors:Finnhub:NodeApiKeys is set although Market:Fetch is 'Shared'",
            Assert.Single(Assert.Throws<AuraSettingsException>(host.Started).Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_for_every_node_needs_no_common_one_and_quarters_the_demand()
    {
        using var host = LiveHost.Settings(new AuraHost(), Loopback)
            .With("Market:Vendors:AlphaVantage:ApiKey", "").With("Market:Vendors:AlphaVantage:RequestsPerDay", "1152")
            .With("Rounds:GatherTimeout", "00:00:30");
        for (int node = 1; node <= 4; node++)
            host.With($"Market:Vendors:AlphaVantage:NodeApiKeys:{node}", $"key of {node}".Replace(' ', '-'));

        host.Started();

        Assert.Equal(
            [1, 2, 3, 4],
            host.Get<IVendorUsage>().Read().Where(use => use.Vendor is "AlphaVantage")
                .Select(use => Assert.Single(use.Nodes).Number));
    }

    [Fact]
    public void Live_has_a_schedule_a_patience_and_a_cool_down_of_its_own()
    {
        using var host = new AuraHost().With("Market:Mode", "Live");
        foreach (string vendor in (string[])["AlphaVantage", "TwelveData", "Finnhub", "GoldApi"])
            host.With($"Market:Vendors:{vendor}:BaseUrl", Loopback).With($"Market:Vendors:{vendor}:ApiKey", "example")
                .With($"Market:Vendors:{vendor}:RequestsPerDay", "0");
        host.With("Market:Fetch", "Shared").Started();

        var rules = host.Get<RuleSet>();
        Assert.Equal(("*/5 * * * *", 60_000), (rules.Schedule.Cron, rules.Schedule.GatherTimeoutMilliseconds));
        Assert.Equal((300_000, 2), (rules.Breaker.CoolDownMilliseconds, rules.Breaker.ApprovalsRequired));
    }

    [Fact]
    public void The_name_of_Alpha_Vantage_s_own_examples_gives_its_key()
    {
        using var host = LiveHost.Settings(new AuraHost(), Loopback)
            .With("Market:Vendors:AlphaVantage:ApiKey", "").With("ALPHA_VANTAGE_API_KEY", "from-the-environment");

        host.Started();

        Assert.Equal(
            "from-the-environment",
            host.Get<Microsoft.Extensions.Options.IOptions<EngineOptions>>().Value.Market.Vendors.AlphaVantage.ApiKey);
    }

    [Fact]
    public void The_example_fits_the_free_plans()
    {
        using var host = new AuraHost();
        foreach (var (key, value) in SettingsFile.Read("docs/examples/live.json"))
            host.With(key, value);
        foreach (string vendor in (string[])["AlphaVantage", "TwelveData", "Finnhub", "GoldApi"])
            host.With($"Market:Vendors:{vendor}:ApiKey", "example").With($"Market:Vendors:{vendor}:BaseUrl", Loopback);

        host.Started();
    }
}
