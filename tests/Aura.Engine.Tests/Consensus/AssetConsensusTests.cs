using System.Globalization;
using System.Text;
using Aura.Engine.Canon;
using Aura.Engine.Consensus;
using Aura.Engine.Market;
using Aura.Engine.Rounds;
using Aura.Testing;
using Xunit;

namespace Aura.Engine.Tests.Consensus;

public sealed class AssetConsensusTests
{
    [Fact]
    public void A_share_is_converted_to_ounces_before_anything_is_averaged()
    {
        var outcome = Outcome(A.Round(), Standard.GoldShare);

        Assert.Equal(SourceVerdict.Agreed, outcome.Verdict);
        Assert.Equal(0.0921553m, outcome.OuncesPerShare);
        // 309.33 / 0.0921553
        Assert.Equal(3356.61649411m, outcome.Price);
        Assert.Equal(309.33m, outcome.Quote?.Amount);
        Assert.Null(Outcome(A.Round(), Standard.GoldRate).OuncesPerShare);
    }

    [Fact]
    public void A_share_of_an_asset_in_shares_is_not_converted()
    {
        var outcome = Outcome(A.Round(), Standard.MsftDay);

        Assert.Null(outcome.OuncesPerShare);
        Assert.Equal(467.68m, outcome.Price);
    }

    [Fact]
    public void A_liar_among_four_changes_nothing_but_the_votes()
    {
        var outcome = Outcome(A.Round().WithLiar(3, Standard.GoldSpot, 1m), Standard.GoldSpot);

        Assert.Equal((SourceVerdict.Agreed, 3, 3, 3356.73m), (outcome.Verdict, outcome.Votes, outcome.VotesNeeded, outcome.Price));
    }

    [Fact]
    public void Two_liars_with_one_lie_leave_no_agreement()
    {
        var outcome = Outcome(
            A.Round().WithLiar(3, Standard.GoldSpot, 1m).WithLiar(4, Standard.GoldSpot, 1m), Standard.GoldSpot);

        Assert.Equal((SourceVerdict.NoAgreement, RefusalCode.None), (outcome.Verdict, outcome.Refusal));
        Assert.Null(outcome.Price);
        Assert.Null(outcome.BodyHash);
        Assert.Equal("The largest group of equal bodies has 2 of 4 nodes; 3 are needed.", outcome.Reason);
    }

    [Fact]
    public void Two_timeouts_fail_the_source_with_timeout()
    {
        var outcome = Outcome(
            A.Round().WithFailure(1, Standard.GoldSpot, RefusalCode.Timeout).WithFailure(2, Standard.GoldSpot, RefusalCode.Timeout),
            Standard.GoldSpot);

        Assert.Equal((SourceVerdict.Refused, RefusalCode.Timeout), (outcome.Verdict, outcome.Refusal));
        Assert.Equal("2 of 4 nodes report it; 2 are enough.", outcome.Reason);
    }

    [Fact]
    public void An_agreed_error_body_is_a_refusal_with_its_hash_as_evidence()
    {
        byte[] body = """{"Note":"Our standard API call frequency is 5 calls per minute."}"""u8.ToArray();

        var outcome = Outcome(A.Round().WithBody(Standard.GoldRate, body), Standard.GoldRate);

        Assert.Equal((SourceVerdict.Refused, RefusalCode.Throttled), (outcome.Verdict, outcome.Refusal));
        Assert.Equal(Digest.Of(body), outcome.BodyHash);
        Assert.Null(outcome.Price);
    }

    [Fact]
    public void A_body_that_evidence_lacks_is_malformed()
    {
        var inputs = A.Round().Build();
        var rules = A.RuleSet().Build();
        var votes = Votes(inputs) with { Bodies = inputs.Bodies.Clear() };

        var agreement = AssetConsensus.Decide(rules.Market.Assets[0], rules.Market, rules.Consensus, rules.Quorum, votes);

        Assert.All(agreement.Sources, outcome => Assert.Equal(RefusalCode.Malformed, outcome.Refusal));
        Assert.Null(agreement.Aggregate);
    }

    [Theory]
    [InlineData(900, SourceVerdict.Agreed, RefusalCode.None)]
    [InlineData(901, SourceVerdict.Refused, RefusalCode.Stale)]
    [InlineData(-5, SourceVerdict.Agreed, RefusalCode.None)]
    [InlineData(-6, SourceVerdict.Refused, RefusalCode.FutureDated)]
    public void A_quote_has_its_time_to_live(int ageSeconds, SourceVerdict verdict, RefusalCode refusal)
    {
        byte[] body = VendorBody.Of(Standard.GoldSpot, 3356.73m, Standard.Start.AddSeconds(-ageSeconds));

        var outcome = Outcome(A.Round().WithBody(Standard.GoldSpot, body), Standard.GoldSpot);

        Assert.Equal((verdict, refusal), (outcome.Verdict, outcome.Refusal));
        Assert.NotNull(outcome.Quote);
    }

    [Fact]
    public void Out_of_session_nothing_is_stale()
    {
        byte[] body = VendorBody.Of(Standard.GoldSpot, 3356.73m, Standard.Start.AddDays(-3));

        Assert.True(Outcome(A.Round().OutOfSession().WithBody(Standard.GoldSpot, body), Standard.GoldSpot).IsAgreed);
    }

    [Theory]
    [InlineData(0.99, false)]
    [InlineData(1.00, true)]
    [InlineData(100_000.00, true)]
    [InlineData(100_000.01, false)]
    public void Absolute_bounds_belong_to_the_range(double price, bool agreed)
    {
        var outcome = Outcome(A.Round().WithPrice(Standard.GoldSpot, (decimal)price), Standard.GoldSpot);

        Assert.Equal(agreed, outcome.IsAgreed);
        Assert.Equal(agreed ? RefusalCode.None : RefusalCode.Implausible, outcome.Refusal);
    }

    [Theory]
    [InlineData("9999999999999999999999999999")]
    [InlineData("1000000000000.01")]
    [InlineData("0.0000000001")]
    [InlineData("0.000000000000000000000000001")]
    public void A_number_at_the_end_of_the_range_is_refused_before_arithmetic(string price)
    {
        // 28 digits divided by ounces overflow a decimal, and a price below 8 places rounds to zero.
        var rules = A.RuleSet().WithBounds(0m, decimal.MaxValue).Build();
        string body = $$$"""{"Global Quote":{"01. symbol":"GLD","05. price":"{{{price}}}","07. latest trading day":"2025-06-05"}}""";

        var outcome = Outcome(A.Round().Under(rules).WithBody(Standard.GoldShare, Encoding.UTF8.GetBytes(body)), Standard.GoldShare, rules);

        Assert.Equal(RefusalCode.Implausible, outcome.Refusal);
    }

    [Theory]
    [InlineData("3356.000000005", "3356")]
    [InlineData("3356.000000015", "3356.00000002")]
    public void A_price_is_rounded_half_even_at_eight_places_converted_or_not(string stated, string price)
    {
        var rules = A.RuleSet().WithOunces(new OuncesOnDate("2025-06-05", 0.1m)).Build();
        var round = A.Round().Under(rules).WithPrice(Standard.GoldSpot, decimal.Parse(stated, CultureInfo.InvariantCulture))
            .WithPrice(Standard.GoldShare, decimal.Parse(stated, CultureInfo.InvariantCulture) / 10m);

        Assert.Equal(decimal.Parse(price, CultureInfo.InvariantCulture), Outcome(round, Standard.GoldSpot, rules).Price);
        Assert.Equal(decimal.Parse(price, CultureInfo.InvariantCulture), Outcome(round, Standard.GoldShare, rules).Price);
    }

    [Fact]
    public void A_distance_from_the_other_sources_never_excludes()
    {
        var agreement = Agreement(A.Round().WithPrice(Standard.GoldSpot, 99_000m));

        Assert.Equal(4, agreement.Agreed.Count());
        Assert.True(agreement.Aggregate?.StandardDeviation > 10_000m);
    }

    [Fact]
    public void A_share_stamped_year_one_out_of_session_is_still_an_outcome()
    {
        var series = Standard.GoldSeries with { Symbol = "GLD", Unit = PriceUnit.Share };
        var rules = A.RuleSet().WithSource(Standard.GoldSeries, _ => series).Build();
        byte[] body = """{"meta":{"symbol":"GLD"},"values":[{"datetime":"0001-01-01 00:00:01","close":"309.33"}]}"""u8.ToArray();

        var outcome = Outcome(A.Round().Under(rules).OutOfSession().WithBody(series, body), series, rules);

        Assert.NotNull(outcome.Quote);
    }

    [Fact]
    public void Every_configured_source_is_listed_in_order_whatever_became_of_it()
    {
        var agreement = Agreement(A.Round()
            .WithFailure(Standard.GoldRate, RefusalCode.Timeout).WithBody(Standard.GoldSpot, "{}"u8.ToArray()));

        Assert.Equal(
            "gold-av-gld gold-av-xau gold-ga-xau gold-td-xau",
            string.Join(' ', agreement.Sources.Select(source => source.Source.Value)));
        Assert.Equal(2, agreement.Agreed.Count());
    }

    [Fact]
    public void No_agreed_source_is_no_price()
    {
        var agreement = Agreement(A.Round().WithSilent(1).WithSilent(2));

        Assert.Null(agreement.Aggregate);
        Assert.Empty(agreement.Agreed);
    }

    private static SourceOutcome Outcome(RoundBuilder round, SourceRule source, RuleSet? rules = null) =>
        Agreement(round, source.Asset, rules).Sources.Single(outcome => outcome.Source == source.Id);

    private static AssetAgreement Agreement(RoundBuilder round, AssetSymbol? asset = null, RuleSet? given = null)
    {
        var rules = given ?? A.RuleSet().Build();
        var rule = rules.Market.Assets.Single(a => a.Symbol == (asset ?? Standard.Gold));
        return AssetConsensus.Decide(rule, rules.Market, rules.Consensus, rules.Quorum, Votes(round.Build()));
    }

    private static RoundVotes Votes(RoundInputs inputs) =>
        new(
            [.. inputs.Evidence.Observations.Select(o => o.Observation)], inputs.Bodies,
            inputs.Evidence.Moment, inputs.Evidence.CompletedAt);
}
