using System.Globalization;
using Aura.Engine.Canon;
using Aura.Engine.Consensus;
using Aura.Engine.Market;
using Aura.Engine.MasterLogic;
using Aura.Engine.Publishing;
using Aura.Engine.Publishing.Explanations;
using Aura.Engine.Rounds;
using Aura.Testing;
using Xunit;

namespace Aura.Engine.Tests.Consensus;

/// <summary>Worked out by hand: every factor and its inverse, both sides of each tolerance, and who may judge whom.</summary>
public sealed class UnitQuarantineTests
{
    // So wide that bounds exclude nothing here.
    private static readonly RuleSet Rules = A.RuleSet().WithUnits().WithBounds(0.000000000001m, 1_000_000_000_000m).Build();

    private static readonly SourceRule[] Ounces = [Standard.GoldRate, Standard.GoldSeries, Standard.GoldSpot];

    [Theory]
    [InlineData("10", "a shift by one decimal place")]
    [InlineData("0.1", "a shift by one decimal place")]
    [InlineData("100", "a shift by 2 decimal places")]
    [InlineData("0.01", "a shift by 2 decimal places")]
    [InlineData("1000", "a shift by 3 decimal places")]
    [InlineData("0.001", "a shift by 3 decimal places")]
    [InlineData("10000", "a shift by 4 decimal places")]
    [InlineData("100000", "a shift by 5 decimal places")]
    [InlineData("1000000", "a shift by 6 decimal places")]
    [InlineData("0.000001", "a shift by 6 decimal places")]
    // NIST SP 811, appendix B.8.
    [InlineData("31.1034768", "grams in a troy ounce")]
    [InlineData("0.032150747", "grams in a troy ounce")]
    [InlineData("28.349523", "grams in an avoirdupois ounce")]
    [InlineData("0.035273962", "grams in an avoirdupois ounce")]
    // The published 0.0921553 ounces for a share of 2025-06-05, and a share taken for an ounce.
    [InlineData("0.0921553", "shares for a troy ounce")]
    [InlineData("10.85124697", "shares for a troy ounce")]
    public void A_price_in_another_unit_is_quarantined_whatever_the_factor(string factor, string meaning)
    {
        var gold = Gold(A.Round().WithGold(3000m).WithPrice(Standard.GoldSpot, 3000m * Number(factor)));

        var source = Of(gold, Standard.GoldSpot);
        Assert.Equal((SourceVerdict.Refused, RefusalCode.WrongUnit, null), (source.Verdict, source.Refusal, source.Price));
        Assert.Contains($"near {meaning}: another unit", source.Reason, StringComparison.Ordinal);
        Assert.Equal(3000m * Number(factor), source.RawPrice);
        Assert.Equal(Quality.Degraded, gold.Quality);
        Assert.EndsWith("In quarantine for another unit: gold-ga-xau.", gold.QualityReason, StringComparison.Ordinal);
        Assert.Equal((Tier.Elevated, false, 4m), (gold.Tier, gold.TierStale, gold.Score));
        Assert.InRange(gold.Price!.Value, 2999m, 3001m);
    }

    [Theory]
    // 3 % around 10, both ends included: 9.7 and 10.3 times, and 1/9.7 and 1/10.3.
    [InlineData("9.7", true)]
    [InlineData("9.6999", false)]
    [InlineData("10.3", true)]
    [InlineData("103.001", false)]
    [InlineData("97", true)]
    [InlineData("96.99", false)]
    public void A_ratio_beside_a_factor_is_a_unit_within_three_percent_of_it(string ratio, bool quarantined) => Assert.Equal(
        quarantined,
        Of(Msft(A.Round().WithPrice(Standard.MsftDay, 100m).WithPrice(Standard.MsftSeries, 100m)
            .WithPrice(Standard.MsftQuote, 100m * Number(ratio))), Standard.MsftQuote).Refusal is RefusalCode.WrongUnit);

    [Theory]
    [InlineData("102", true)]
    [InlineData("102.0001", false)]
    public void Witnesses_lie_within_two_percent_of_each_other(string other, bool quarantined) => Assert.Equal(
        quarantined,
        Of(Msft(A.Round().WithPrice(Standard.MsftDay, 100m).WithPrice(Standard.MsftSeries, Number(other))
            .WithPrice(Standard.MsftQuote, 1_010m)), Standard.MsftQuote).Refusal is RefusalCode.WrongUnit);

    [Theory]
    [InlineData("0.5")]
    [InlineData("2")]
    [InlineData("1.15")]
    [InlineData("0.85")]
    [InlineData("3")]
    [InlineData("0.2")]
    public void A_price_that_is_merely_far_away_is_never_excluded(string ratio)
    {
        var msft = Msft(A.Round().WithPrice(Standard.MsftDay, 100m).WithPrice(Standard.MsftSeries, 100m)
            .WithPrice(Standard.MsftQuote, 100m * Number(ratio)));

        Assert.All(msft.Sources, source => Assert.Equal(SourceVerdict.Agreed, source.Verdict));
        Assert.True(msft.Tier >= Tier.High);
    }

    // The bad print of 593.70 for 493.70: an outlier, seen by the dispersion, and no unit.
    [Fact]
    public void A_bad_print_stays_among_the_prices_and_opens_the_breaker_s_eyes()
    {
        var msft = Msft(A.Round().WithPrice(Standard.MsftDay, 493.70m).WithPrice(Standard.MsftSeries, 493.70m)
            .WithPrice(Standard.MsftQuote, 593.70m));

        Assert.Equal(SourceVerdict.Agreed, Of(msft, Standard.MsftQuote).Verdict);
        // Weights 1, 0.9 and 0.9: m = 525.84285714, s = 47.24849…, d = 8.985…
        Assert.Equal(Tier.High, msft.Tier);
        Assert.InRange(msft.DispersionPercent!.Value, 8.9m, 9.1m);
        Assert.Equal(493.70m, msft.Price);
    }

    [Fact]
    public void One_other_source_is_no_judge()
    {
        var rules = A.RuleSet().WithUnits().WithSources((Standard.MsftDay, 1m), (Standard.MsftQuote, 1m)).Build();

        var msft = Msft(A.Round().WithPrice(Standard.MsftDay, 100m).WithPrice(Standard.MsftQuote, 1000m), rules);

        Assert.All(msft.Sources, source => Assert.Equal(SourceVerdict.Agreed, source.Verdict));
        Assert.Equal(Tier.Extreme, msft.Tier);
    }

    [Fact]
    public void Two_against_two_is_nobody_s_to_decide()
    {
        var gold = Gold(A.Round().WithGold(3000m)
            .WithPrice(Standard.GoldSpot, 300m).WithPrice(Standard.GoldSeries, 300m));

        Assert.All(gold.Sources, source => Assert.Equal(SourceVerdict.Agreed, source.Verdict));
        Assert.Equal(Tier.Extreme, gold.Tier);
    }

    [Fact]
    public void A_share_that_is_stated_by_the_ounce_is_quarantined()
    {
        var gold = Gold(A.Round().WithGold(3000m).WithPrice(Standard.GoldShare, 3000m));

        Assert.Equal(RefusalCode.WrongUnit, Of(gold, Standard.GoldShare).Refusal);
        Assert.All(Ounces, source => Assert.Equal(SourceVerdict.Agreed, Of(gold, source).Verdict));
    }

    [Fact]
    public void Shares_are_not_weighed()
    {
        var msft = Msft(A.Round().WithPrice(Standard.MsftDay, 100m).WithPrice(Standard.MsftSeries, 100m)
            .WithPrice(Standard.MsftQuote, 3_110.34768m));

        Assert.Equal(SourceVerdict.Agreed, Of(msft, Standard.MsftQuote).Verdict);
    }

    [Fact]
    public void Rules_of_the_first_ledgers_know_no_quarantine_and_their_bytes_say_nothing_of_it()
    {
        var old = A.RuleSet().WithBounds(0.01m, 1_000_000m).Build();

        var gold = Gold(A.Round().WithGold(3000m).WithPrice(Standard.GoldSpot, 30_000m), old);

        Assert.Equal(SourceVerdict.Agreed, Of(gold, Standard.GoldSpot).Verdict);
        Assert.Equal(Tier.Extreme, gold.Tier);
        Assert.DoesNotContain("units", System.Text.Encoding.UTF8.GetString(old.ToBytes()), StringComparison.Ordinal);
        Assert.Equal(UnitRules.Default, RuleSet.Parse(Rules.ToBytes()).Consensus.Units);
    }

    [Fact]
    public void The_tier_and_the_source_say_why()
    {
        var inputs = A.Round().Under(Rules).WithGold(3000m).WithPrice(Standard.GoldSpot, 300m).Build();
        var report = RoundDecision.Decide(EngineState.Initial, Rules, inputs).Report;

        var gold = RoundExplanation.Of(report, Rules.Consensus, Rules.Risk, Rules.Breaker).Assets[0];

        Assert.StartsWith(
            "Elevated, because a source is in quarantine for another unit: the dispersion of ", gold.Tier, StringComparison.Ordinal);
        Assert.EndsWith(" % of the others would be Normal.", gold.Tier, StringComparison.Ordinal);
        Assert.EndsWith(
            "near a shift by one decimal place: another unit. It is quarantined.",
            gold.Sources.Single(source => source.Source == Standard.GoldSpot.Id).Sentence, StringComparison.Ordinal);
        Assert.Contains(
            "Excluded as wrong-unit: 300 is 1/", gold.Sources.Single(source => source.Source == Standard.GoldSpot.Id).Sentence,
            StringComparison.Ordinal);
    }

    private static SourceReport Of(AssetReport asset, SourceRule source) => asset.Sources.Single(s => s.Id == source.Id);

    private static AssetReport Gold(RoundBuilder round, RuleSet? rules = null) => Decide(round, Standard.Gold, rules ?? Rules);

    private static AssetReport Msft(RoundBuilder round, RuleSet? rules = null) => Decide(round, Standard.Msft, rules ?? Rules);

    private static AssetReport Decide(RoundBuilder round, AssetSymbol asset, RuleSet rules) =>
        RoundDecision.Decide(EngineState.Initial, rules, round.Under(rules).Build()).Report.Assets
            .Single(report => report.Asset == asset);

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
