using Aura.Dashboard.Components.Pages;
using Aura.Dashboard.Identity;
using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.MasterLogic;
using Bunit;

namespace Aura.Dashboard.Tests.Components;

public sealed class OverviewTests : BunitContext
{
    private TestDesk? _desk;

    private TestDesk Desk => _desk ??= new TestDesk(this);

    [Fact]
    public void Before_recovery_it_says_that_it_loads()
    {
        Desk.Feed.Recover([], []);

        var page = Render<Overview>();

        Assert.Contains("Loading", page.Find("[role=status]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Before_the_first_round_it_says_when_to_expect_it_and_a_trip_is_possible()
    {
        _ = Desk;

        var page = Render<Overview>();

        Assert.Contains("first one within 5 s", page.Find("[role=status]").TextContent, StringComparison.Ordinal);
        Assert.Equal("Closed", Text(page, "breaker-SYSTEM-state"));
        Assert.NotNull(page.Find("[data-testid=breaker-GOLD-trip]"));
    }

    [Fact]
    public async Task State_tier_quality_round_and_score_are_exactly_the_word_or_number()
    {
        await Desk.PublishAsync(Sample.Round(8, Sample.ExtremeGold, Sample.CalmMsft) with
        {
            System = new SystemAssessment(5m, 17.61m, 2m, 7m, true, false),
            Breakers = [Sample.Breaker("SYSTEM"), Sample.Breaker("GOLD", BreakerState.Open, 2), Sample.Breaker("MSFT")],
        });

        var page = Render<Overview>();

        Assert.Equal("8", Text(page, "round-number"));
        Assert.Equal("7", Text(page, "system-score"));
        Assert.Equal("Open", Text(page, "breaker-GOLD-state"));
        Assert.Equal("Closed", Text(page, "breaker-SYSTEM-state"));
        Assert.Equal("Extreme", Text(page, "asset-GOLD-tier"));
        Assert.Equal("Good", Text(page, "asset-GOLD-quality"));
        Assert.Equal("Normal", Text(page, "asset-MSFT-tier"));
        Assert.Equal("17.6300 %", Text(page, "asset-GOLD-dispersion"));
        Assert.Contains("3,356.73", Text(page, "asset-GOLD-price"), StringComparison.Ordinal);
        Assert.Contains("USD per troy ounce", Text(page, "asset-GOLD-price"), StringComparison.Ordinal);
        Assert.Equal("Not published: the GOLD breaker is Open.", Text(page, "asset-GOLD-withheld"));
        Assert.Equal(
            "Mean of the asset scores 5 + 2 (the dispersions lie 17.61 points apart, more than 2) = 7 raw.",
            Text(page, "score-sum"));
        Assert.Equal("GOLD is halted", Text(page, "publishing-verdict"));
        Assert.Equal("GOLD is Extreme", Text(page, "risk-verdict"));
    }

    [Fact]
    public async Task Programs_find_every_specified_element_by_its_test_id()
    {
        await Desk.PublishAsync(Sample.Round(1) with
        {
            Breakers =
            [
                Sample.Breaker("SYSTEM", BreakerState.Open, 2), Sample.Breaker("GOLD", BreakerState.Open, 2),
                Sample.Breaker("MSFT", BreakerState.Open, 2),
            ],
        });

        var page = Render<Overview>();

        foreach (string scope in (string[])["SYSTEM", "GOLD", "MSFT"])
            foreach (string part in (string[])["state", "trip", "reset"])
                Assert.Single(page.FindAll($"[data-testid=breaker-{scope}-{part}]"));
        foreach (string asset in (string[])["GOLD", "MSFT"])
            foreach (string part in (string[])["price", "tier", "dispersion", "quality", "chart"])
                Assert.Single(page.FindAll($"[data-testid=asset-{asset}-{part}]"));
        foreach (string figure in (string[])["round-number", "system-score"])
            Assert.Single(page.FindAll($"[data-testid={figure}]"));
    }

    [Theory]
    [InlineData(BreakerState.Closed, "Closed", true, false)]
    [InlineData(BreakerState.Open, "Open", true, true)]
    [InlineData(BreakerState.HalfOpen, "HalfOpen", true, false)]
    [InlineData(BreakerState.Isolated, "Isolated", false, true)]
    public async Task An_operator_may_trip_what_is_not_isolated_and_reset_what_is_halted(
        BreakerState state, string word, bool trip, bool reset)
    {
        await Desk.PublishAsync(Sample.Round(1) with
        {
            Breakers = [Sample.Breaker("SYSTEM"), Sample.Breaker("GOLD", state, 2), Sample.Breaker("MSFT")],
        });

        var page = Render<Overview>();

        Assert.Equal(word, Text(page, "breaker-GOLD-state"));
        Assert.Equal(trip, page.FindAll("[data-testid=breaker-GOLD-trip]").Count == 1);
        Assert.Equal(reset, page.FindAll("[data-testid=breaker-GOLD-reset]").Count == 1);
    }

    [Theory]
    [InlineData(AuraRoles.Compliance)]
    [InlineData(AuraRoles.Auditor)]
    [InlineData(AuraRoles.Administrator)]
    public async Task Nobody_else_sees_a_button(string role)
    {
        _desk = new TestDesk(this, role);
        await Desk.PublishAsync(Sample.Round(1) with
        {
            Breakers = [Sample.Breaker("SYSTEM", BreakerState.Isolated, 2), Sample.Breaker("GOLD"), Sample.Breaker("MSFT")],
        });

        var page = Render<Overview>();

        Assert.Equal("Isolated", Text(page, "breaker-SYSTEM-state"));
        Assert.Empty(page.FindAll("[data-testid$=-trip]"));
        Assert.Empty(page.FindAll("[data-testid$=-reset]"));
    }

    [Fact]
    public async Task A_reset_waits_for_the_cool_down_and_says_how_long()
    {
        await Desk.PublishAsync(Sample.Round(0) with
        {
            Round = new RoundNumber(1),
            Breakers = [Sample.Breaker("SYSTEM"), Sample.Breaker("GOLD", BreakerState.Open, 2), Sample.Breaker("MSFT")],
        });
        var page = Render<Overview>();
        Assert.Equal("Reset in 10 s", Text(page, "breaker-GOLD-reset"));
        Assert.True(page.Find("[data-testid=breaker-GOLD-reset]").HasAttribute("disabled"));

        Desk.Clock.Advance(TimeSpan.FromSeconds(10));

        page.WaitForAssertion(() => Assert.False(page.Find("[data-testid=breaker-GOLD-reset]").HasAttribute("disabled")));
    }

    [Fact]
    public async Task A_person_is_named_and_not_numbered()
    {
        await Desk.PublishAsync(Sample.Round(1) with
        {
            Breakers = [Sample.Breaker("SYSTEM"), Sample.Breaker("GOLD", BreakerState.Isolated, 2), Sample.Breaker("MSFT")],
        });

        var page = Render<Overview>();

        page.WaitForAssertion(() => Assert.Contains(
            "operator@aura.demo", page.Find("[aria-label='GOLD breaker']").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Probing_counts_its_clean_rounds()
    {
        await Desk.PublishAsync(Sample.Round(1) with
        {
            Breakers =
            [
                Sample.Breaker("SYSTEM"),
                Sample.Breaker("GOLD", BreakerState.HalfOpen, 3) with { CleanRounds = 2 },
                Sample.Breaker("MSFT"),
            ],
        });

        var page = Render<Overview>();

        Assert.Equal("2 of 3 clean rounds", Text(page, "breaker-GOLD-clean"));
    }

    [Fact]
    public async Task Without_a_decision_the_last_price_is_shown_as_old_and_nothing_as_calm()
    {
        await Desk.PublishAsync(Sample.Round(1, Sample.UndecidedGold, Sample.CalmMsft));

        var page = Render<Overview>();

        Assert.Equal("No agreed price", Text(page, "asset-GOLD-price"));
        Assert.Contains("3,350.00", Text(page, "asset-GOLD-last-price"), StringComparison.Ordinal);
        Assert.Contains("40 s ago", Text(page, "asset-GOLD-last-price"), StringComparison.Ordinal);
        Assert.Equal("undefined", Text(page, "asset-GOLD-dispersion"));
        Assert.Equal("NoDecision", Text(page, "asset-GOLD-quality"));
        Assert.Contains("kept from an earlier round", Text(page, "asset-GOLD-tier-stale"), StringComparison.Ordinal);
        Assert.Contains("timeout", page.Find("[data-testid=source-gold-a]").TextContent, StringComparison.Ordinal);
        Assert.Contains("No answer in time.", page.Find("[data-testid=source-gold-a]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_converted_price_shows_its_formula()
    {
        var gold = Sample.CalmGold;
        var source = gold.Sources[0] with
        {
            Price = 3348.6187211m,
            RawPrice = 308.5348m,
            RawUnit = Aura.Engine.Market.PriceUnit.Share,
            OuncesPerShare = 0.0921379308m,
        };
        await Desk.PublishAsync(Sample.Round(1, gold with { Sources = [source, gold.Sources[1]] }, Sample.CalmMsft));

        string row = Render<Overview>().Find("[data-testid=source-gold-a]").TextContent;

        Assert.Contains("3,348.6187211", row, StringComparison.Ordinal);
        Assert.Contains("= 308.5348 USD/share", row, StringComparison.Ordinal);
        Assert.Contains("÷ 0.0921379308 oz/share", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_age_of_the_round_grows_every_second_and_turns_into_a_warning()
    {
        await Desk.PublishAsync(Sample.Round(0) with { Round = new RoundNumber(1) });
        var page = Render<Overview>();
        Assert.Equal("0 s ago", Text(page, "round-age"));
        Assert.Contains("Rounds are on time", page.Markup, StringComparison.Ordinal);

        Desk.Clock.Advance(TimeSpan.FromSeconds(12));

        page.WaitForAssertion(() => Assert.Equal("12 s ago", Text(page, "round-age")));
        Assert.Contains("Rounds are late", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trip_between_two_rounds_shows_at_once_also_at_the_price()
    {
        await Desk.PublishAsync(Sample.Round(1));
        var page = Render<Overview>();
        Desk.Clock.Advance(TimeSpan.FromMilliseconds(200));

        var halted = Sample.Breaker("SYSTEM", BreakerState.Isolated, 2);
        await Desk.Feed.BreakerChangedAsync(halted.Last!, halted, CancellationToken.None);

        page.WaitForAssertion(() => Assert.Equal("Isolated", Text(page, "breaker-SYSTEM-state")));
        Assert.Equal("Everything is halted", Text(page, "publishing-verdict"));
        Assert.Equal("Not published: the SYSTEM breaker is Isolated.", Text(page, "asset-MSFT-withheld"));
    }

    [Fact]
    public async Task Rounds_of_other_settings_are_listed_but_not_taken_for_the_present()
    {
        await Desk.PublishAsync(Sample.Round(1) with { Configuration = Digest.Of([7]) });

        var page = Render<Overview>();

        Assert.Contains("under the present settings", page.Find("[role=status]").TextContent, StringComparison.Ordinal);
        Assert.Contains("3,356.73", page.Find("[data-testid=recent-rounds]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_latest_ten_rounds_are_listed_newest_first_with_what_they_changed()
    {
        for (long number = 1; number <= 12; number++)
            await Desk.PublishAsync(Sample.Round(number));
        var open = Sample.Breaker("GOLD", BreakerState.Open, 2);
        await Desk.PublishAsync(Sample.Round(13) with { Transitions = [open.Last!] });

        var rows = Render<Overview>().FindAll("[data-testid=recent-rounds] tbody tr");

        Assert.Equal(10, rows.Count);
        Assert.StartsWith("13", rows[0].TextContent.Trim(), StringComparison.Ordinal);
        Assert.EndsWith("GOLD Closed → Open: Extreme dispersion", rows[0].TextContent.Trim(), StringComparison.Ordinal);
        Assert.StartsWith("4", rows[9].TextContent.Trim(), StringComparison.Ordinal);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _desk?.Dispose();
    }

    private static string Text(IRenderedComponent<Overview> page, string testId) =>
        page.Find($"[data-testid={testId}]").TextContent is var text && text.Contains('\n', StringComparison.Ordinal)
            ? string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            : text;
}
