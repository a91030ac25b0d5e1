using System.Globalization;
using Aura.Engine.Canon;
using Aura.Engine.Consensus;
using Aura.Engine.Market;
using Aura.Engine.MasterLogic;
using Aura.Testing;
using Xunit;

namespace Aura.Engine.Tests.MasterLogic;

public sealed class AssetRiskTests
{
    private static readonly AssetMemory Blank = AssetMemory.Blank(Standard.Gold);

    [Theory]
    // Texts, because a double has no exact 2.000000000001; a dispersion has at most twelve places.
    [InlineData("0", Tier.Normal)]
    [InlineData("1.999999999999", Tier.Normal)]
    [InlineData("2", Tier.Normal)]
    [InlineData("2.000000000001", Tier.Elevated)]
    [InlineData("4.999999999999", Tier.Elevated)]
    [InlineData("5", Tier.Elevated)]
    [InlineData("5.000000000001", Tier.High)]
    [InlineData("9.999999999999", Tier.High)]
    [InlineData("10", Tier.High)]
    [InlineData("10.000000000001", Tier.Extreme)]
    [InlineData("92", Tier.Extreme)]
    public void A_threshold_belongs_to_the_calmer_tier(string percent, Tier expected) =>
        Assert.Equal(expected, RiskRules.Default.TierOf(decimal.Parse(percent, CultureInfo.InvariantCulture)));

    [Theory]
    // s = (b − a)/2 around m = 100 of two equal weights, so that d is s itself: both sides of each threshold by prices.
    [InlineData("98", "102", "2", Tier.Normal)]
    [InlineData("97.99999999", "102.00000001", "2.00000001", Tier.Elevated)]
    [InlineData("95", "105", "5", Tier.Elevated)]
    [InlineData("94.99999999", "105.00000001", "5.00000001", Tier.High)]
    [InlineData("90", "110", "10", Tier.High)]
    [InlineData("89.99999999", "110.00000001", "10.00000001", Tier.Extreme)]
    public void Prices_on_both_sides_of_a_threshold_fall_into_the_tiers_beside_it(
        string low, string high, string dispersion, Tier tier)
    {
        var assessment = Assess(Agreed(("A", Number(low)), ("B", Number(high))));

        Assert.Equal((Number(dispersion), tier), (assessment.DispersionPercent, assessment.Tier));
        Assert.Equal((RiskRules.ScoreOf(tier), false), (assessment.Score, assessment.TierStale));
    }

    [Theory]
    // 100 · s / m has a thirteenth place of exactly 5.
    [InlineData("0.00000001", "0")]
    [InlineData("0.00000003", "0.000000000002")]
    public void Dispersion_is_rounded_half_even_at_twelve_places(string deviation, string dispersion)
    {
        var aggregate = new PriceAggregate(2_000_000m, 2_000_000m, Number(deviation));

        Assert.Equal(Number(dispersion), Assess(Agreed(("A", 1m)) with { Aggregate = aggregate }).DispersionPercent);
    }

    [Fact]
    public void Tiers_score_0_4_7_and_10() =>
        Assert.Equal([0m, 4m, 7m, 10m], Enum.GetValues<Tier>().Select(RiskRules.ScoreOf));

    [Fact]
    public void Dispersion_is_a_hundred_times_the_deviation_by_the_mean_at_twelve_places()
    {
        var assessment = Assess(Agreed(("AlphaVantage", 3m)) with { Aggregate = new PriceAggregate(3m, 3m, 0.1m) });

        Assert.Equal(3.333333333333m, assessment.DispersionPercent);
        Assert.Equal((Tier.Elevated, false, 4m), (assessment.Tier, assessment.TierStale, assessment.Score));
    }

    [Theory]
    [InlineData("", Quality.NoDecision, "None of 0 sources agreed.")]
    [InlineData("A", Quality.SingleSource, "Only s0 of 1 sources agreed.")]
    [InlineData("A A", Quality.Degraded, "2 of 2 sources agreed; 3 are needed for Good.")]
    [InlineData("A B", Quality.Degraded, "2 of 2 sources agreed; 3 are needed for Good.")]
    [InlineData("A A B", Quality.Degraded, "A supplies 2 of 3 agreed sources, more than half.")]
    [InlineData("A B C", Quality.Good, "3 of 3 sources agreed, from 3 vendors.")]
    [InlineData("A A B C", Quality.Good, "4 of 4 sources agreed, from 3 vendors.")]
    [InlineData("A A B B", Quality.Good, "4 of 4 sources agreed, from 2 vendors.")]
    [InlineData("A A A B", Quality.Degraded, "A supplies 3 of 4 agreed sources, more than half.")]
    [InlineData("A A A", Quality.Degraded, "A supplies 3 of 3 agreed sources, more than half.")]
    public void Quality_counts_agreed_sources_and_their_vendors(string vendors, Quality expected, string reason)
    {
        var agreement = Agreed([.. vendors.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(vendor => (vendor, 100m))]);

        var assessment = Assess(agreement);

        Assert.Equal((expected, reason), (assessment.Quality, assessment.QualityReason));
    }

    [Theory]
    [InlineData(Tier.Normal, Tier.Elevated, 4)]
    [InlineData(Tier.Elevated, Tier.Elevated, 4)]
    [InlineData(Tier.High, Tier.High, 7)]
    [InlineData(Tier.Extreme, Tier.Extreme, 10)]
    public void A_single_source_is_never_calm(Tier last, Tier expected, int score)
    {
        foreach (var agreement in (AssetAgreement[])[Agreed(("A", 100m)), Agreed()])
        {
            var assessment = AssetRisk.Assess(agreement, Blank with { LastTier = last }, RiskRules.Default);

            Assert.Null(assessment.DispersionPercent);
            Assert.Equal((expected, true, score), (assessment.Tier, assessment.TierStale, assessment.Score));
        }
    }

    [Fact]
    public void A_decision_is_remembered()
    {
        var memory = Remember(Blank with { RoundsWithoutDecision = 2 }, Agreed(("A", 100m), ("B", 130m)));

        Assert.Equal(
            new AssetMemory(Standard.Gold, Tier.Extreme, 115m, new RoundNumber(7), Standard.Start, 0), memory);
    }

    [Fact]
    public void A_single_source_is_a_price_but_leaves_the_last_tier()
    {
        var memory = Remember(Blank with { LastTier = Tier.High, RoundsWithoutDecision = 2 }, Agreed(("A", 100m)));

        Assert.Equal((Tier.High, 100m, 0), (memory.LastTier, memory.LastPrice, memory.RoundsWithoutDecision));
    }

    [Fact]
    public void What_is_assessed_as_Elevated_for_want_of_sources_is_not_remembered_as_the_last_tier()
    {
        var before = new AssetMemory(Standard.Gold, Tier.Normal, 99m, new RoundNumber(3), Standard.Start.AddDays(-1), 0);

        var memory = Remember(before, Agreed(("A", 100m)));

        Assert.Equal((Tier.Normal, 100m, new RoundNumber(7)), (memory.LastTier, memory.LastPrice, memory.LastPriceRound));
    }

    [Fact]
    public void Without_a_decision_the_last_price_stays_with_its_round_and_the_count_rises_in_session_only()
    {
        var before = new AssetMemory(Standard.Gold, Tier.High, 99m, new RoundNumber(3), Standard.Start.AddDays(-1), 1);

        Assert.Equal(before with { RoundsWithoutDecision = 2 }, Remember(before, Agreed()));
        Assert.Equal(before, Remember(before, Agreed(), inSession: false));
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static AssetAssessment Assess(AssetAgreement agreement) =>
        AssetRisk.Assess(agreement, Blank, RiskRules.Default);

    private static AssetMemory Remember(AssetMemory memory, AssetAgreement agreement, bool inSession = true) =>
        AssetRisk.Remember(
            memory, AssetRisk.Assess(agreement, memory, RiskRules.Default), agreement,
            new DecidedRound(new RoundNumber(7), inSession));

    private static AssetAgreement Agreed(params (string Vendor, decimal Price)[] sources) =>
        new(
            Standard.Gold,
            [
                .. sources.Select((source, i) => new SourceOutcome(
                    SourceId.Parse($"s{i}"), source.Vendor, SourceVerdict.Agreed, RefusalCode.None, null, 4, 3, 4,
                    [], null, null, source.Price)),
            ],
            sources.Length == 0 ? null : PriceAggregate.Of([.. sources.Select(source => (source.Price, 1m))]),
            Standard.Start);
}
