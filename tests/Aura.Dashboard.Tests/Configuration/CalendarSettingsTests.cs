using Aura.Dashboard.Configuration;
using Aura.Dashboard.Sources.Live;
using Aura.Engine.Market;
using Aura.Engine.Market.Calendars;
using Aura.Engine.Rounds;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace Aura.Dashboard.Tests.Configuration;

/// <summary>From <c>Market:Calendar</c> and <c>Assets:{i}:CorporateActions</c> to the rule set.</summary>
public sealed class CalendarSettingsTests
{
    [Fact]
    public void In_Live_every_asset_and_source_follows_its_own_market()
    {
        var rules = RuleSetFactory.Create(Live(CalendarChoice.Exchange), [], []);

        Assert.Equal(
            [MarketCalendar.GoldWeek, MarketCalendar.NewYorkEquities], rules.Market.Assets.Select(asset => asset.Calendar));
        Assert.Equal(
            [("gld", MarketCalendar.NewYorkEquities, 1), ("msft", MarketCalendar.NewYorkEquities, null), ("xau", MarketCalendar.GoldWeek, (int?)null)],
            rules.Market.Sources.Select(source => (source.Id.Value, source.Calendar!.Value, source.StaleAfterSessions)));
        Assert.Equal(7.5m, rules.Market.OpeningGapPercent);
    }

    [Theory]
    [InlineData(MarketMode.Live, CalendarChoice.AlwaysOpen)]
    [InlineData(MarketMode.Simulated, CalendarChoice.Exchange)]
    public void Otherwise_the_rule_set_names_no_calendar(object mode, object calendar)
    {
        var options = Live((CalendarChoice)calendar);
        options.Market.Mode = (MarketMode)mode;
        var rules = RuleSetFactory.Create(options, [], []);

        Assert.All(rules.Market.Assets, asset => Assert.Null(asset.Calendar));
        Assert.All(rules.Market.Sources, source => Assert.True(source is { Calendar: null, StaleAfterSessions: null }));
        Assert.Null(rules.Market.OpeningGapPercent);
        Assert.Equal(rules.ToDigest(), RuleSet.Parse(rules.ToBytes()).ToDigest());
    }

    [Theory]
    [InlineData("Development", true)]
    [InlineData("Production", false)]
    public void Only_Development_may_be_always_open(string environment, bool accepted)
    {
        var options = new EngineOptions { Market = { Calendar = CalendarChoice.AlwaysOpen } };
        var result = new LiveValidator(new NamedEnvironment(environment)).Validate(null, options);

        Assert.Equal(
            accepted ? null : "Market:Calendar is 'AlwaysOpen': accepted is Exchange; AlwaysOpen only in Development.",
            result.FailureMessage);
    }

    [Fact]
    public void Splits_are_stated_in_order_of_their_date()
    {
        var options = Live(CalendarChoice.Exchange);
        options.Assets[1].CorporateActions =
            [new() { Date = "2003-02-18", Ratio = "2:1" }, new() { Date = "1999-03-29", Ratio = "3:2" }];

        Assert.Equal(
            [new CorporateAction("1999-03-29", 3, 2), new CorporateAction("2003-02-18", 2, 1)],
            RuleSetFactory.Create(options, [], []).Market.Assets[1].CorporateActions!.Value);
    }

    [Theory]
    [InlineData("2003-02-18", "2:1", true)]
    [InlineData("2003-02-18", "1:1000", true)]
    [InlineData("2003-02-30", "2:1", false)]
    [InlineData("18.02.2003", "2:1", false)]
    [InlineData("2003-02-18", "2", false)]
    [InlineData("2003-02-18", "2:0", false)]
    [InlineData("2003-02-18", "-2:1", false)]
    [InlineData("2003-02-18", "1001:1", false)]
    [InlineData("2003-02-18", "2:2", false)]
    public void A_split_has_a_date_and_two_counts_of_shares(string date, string ratio, bool readable) =>
        Assert.Equal(readable, new CorporateActionOptions { Date = date, Ratio = ratio }.Read() is not null);

    private static EngineOptions Live(CalendarChoice calendar) => new()
    {
        Market = { Mode = MarketMode.Live, Calendar = calendar, OpeningGapPercent = 7.5m },
        Assets =
        [
            new()
            {
                Symbol = "GOLD",
                Unit = PriceUnit.TroyOunce,
                Sources =
                [
                    new() { Id = "gld", Vendor = "AlphaVantage", Function = "GLOBAL_QUOTE", Symbol = "GLD", Unit = PriceUnit.Share },
                    new() { Id = "xau", Vendor = "GoldApi", Function = "price", Symbol = "XAU", Unit = PriceUnit.TroyOunce },
                ],
            },
            new()
            {
                Symbol = "MSFT",
                Unit = PriceUnit.Share,
                Sources = [new() { Id = "msft", Vendor = "Finnhub", Function = "quote", Symbol = "MSFT", Unit = PriceUnit.Share }],
            },
        ],
    };

    private sealed class NamedEnvironment(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;

        public string ApplicationName { get; set; } = "Aura";

        public string ContentRootPath { get; set; } = string.Empty;

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
