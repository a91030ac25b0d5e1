using Aura.Engine.Breaker;
using Aura.Engine.Market;
using Aura.Engine.Publishing;
using Aura.Engine.Rounds;
using Aura.Testing;
using Xunit;

namespace Aura.Engine.Tests.Rounds;

/// <summary>Gaps and jumps of MSFT over the night from Thursday 2025-06-05 to Friday, under the calendars of Live.</summary>
public sealed class PriceChangeTests
{
    private static readonly RuleSet Rules = A.RuleSet().InExchangeHours().Build();
    private static readonly DateTimeOffset Thursday = DateTimeOffset.Parse("2025-06-05T19:50:00Z");
    private static readonly DateTimeOffset Night = DateTimeOffset.Parse("2025-06-06T06:00:00Z");
    private static readonly DateTimeOffset Opening = DateTimeOffset.Parse("2025-06-06T13:30:00Z");

    [Fact]
    public void The_first_price_has_nothing_to_be_compared_with() =>
        Assert.Equal((null, null), Change(Decide(EngineState.Initial, Thursday, 400m)));

    [Fact]
    public void The_first_price_of_a_session_is_judged_as_a_gap_and_excludes_nothing()
    {
        var outcome = Decide(Decide(EngineState.Initial, Thursday, 400m).Next, Opening, 460m);

        Assert.Equal((15m, "Opened by 15 % from 400, the price of round 1."), Change(outcome));
        Assert.Equal(460m, Msft(outcome).Price);
        Assert.Equal(BreakerState.Closed, outcome.Next.BreakerOf(Standard.MsftScope).State);
    }

    [Theory]
    [InlineData(360)]
    [InlineData(440)]
    public void A_gap_at_the_limit_passes_without_remark(int price) => Assert.Null(
        Msft(Decide(Decide(EngineState.Initial, Thursday, 400m).Next, Opening, price)).Remark);

    [Fact]
    public void Prices_of_the_night_are_compared_and_not_remarked_on() => Assert.Equal(
        (25m, null), Change(Decide(Decide(EngineState.Initial, Thursday, 400m).Next, Night, 500m)));

    [Theory]
    [InlineData("420", null)]
    [InlineData("420.01", "Jumped by 5.0025 % from 400, the price of round 1.")]
    [InlineData("300", "Jumped by -25 % from 400, the price of round 1.")]
    public void Within_a_session_a_jump_has_a_limit_of_its_own(string price, string? remark) => Assert.Equal(
        remark,
        Msft(Decide(
            Decide(EngineState.Initial, Thursday, 400m).Next, Thursday.AddMinutes(5),
            decimal.Parse(price, System.Globalization.CultureInfo.InvariantCulture))).Remark);

    [Fact]
    public void A_source_that_lies_far_from_the_others_is_remarked_on_and_agreed()
    {
        var round = A.Round().Under(Rules).AtMarketTime(Thursday)
            .WithPrice(Standard.MsftDay, 400m).WithPrice(Standard.MsftSeries, 402m).WithPrice(Standard.MsftQuote, 433.08m);

        var sources = Msft(RoundDecision.Decide(EngineState.Initial, Rules, round.Build())).Sources;

        Assert.Equal(
            ["", "8 % above the median of the other sources.", ""], sources.Select(source => source.Remark ?? ""));
        Assert.All(sources, source => Assert.Equal(Aura.Engine.Consensus.SourceVerdict.Agreed, source.Verdict));
    }

    [Fact]
    public void A_split_that_was_entered_is_no_change_and_trips_nothing()
    {
        var rules = A.RuleSet().InExchangeHours().WithSplits(new CorporateAction("2025-06-06", 2, 1)).Build();
        var before = Decide(EngineState.Initial, Thursday, 400m, rules).Next;
        var outcome = Decide(before, Opening, 200m, rules);

        Assert.Equal((0m, null), Change(outcome));
        Assert.Equal(BreakerState.Closed, outcome.Next.BreakerOf(Standard.MsftScope).State);
        // The rounds after it compare prices of the same shares.
        Assert.Equal((1m, null), Change(Decide(outcome.Next, Opening.AddMinutes(5), 202m, rules)));
    }

    [Fact]
    public void A_split_that_nobody_entered_is_remarked_on_as_a_gap() => Assert.Equal(
        (-50m, "Opened by -50 % from 400, the price of round 1."),
        Change(Decide(Decide(EngineState.Initial, Thursday, 400m).Next, Opening, 200m)));

    private static RoundOutcome Decide(EngineState state, DateTimeOffset at, decimal price, RuleSet? rules = null)
    {
        var round = A.Round().Under(rules ?? Rules).After(state).AtMarketTime(at);
        foreach (var source in (SourceRule[])[Standard.MsftDay, Standard.MsftSeries, Standard.MsftQuote])
            round = round.WithPrice(source, price);
        return RoundDecision.Decide(state, rules ?? Rules, round.Build());
    }

    private static AssetReport Msft(RoundOutcome outcome) =>
        Assert.Single(outcome.Report.Assets, asset => asset.Asset == Standard.Msft);

    private static (decimal? Percent, string? Remark) Change(RoundOutcome outcome) =>
        (Msft(outcome).ChangePercent, Msft(outcome).Remark);
}
