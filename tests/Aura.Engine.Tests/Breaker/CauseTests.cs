using System.Collections.Immutable;
using Aura.Engine.Breaker;
using Aura.Engine.Market;
using Aura.Engine.MasterLogic;
using Aura.Testing;
using Xunit;

namespace Aura.Engine.Tests.Breaker;

/// <summary>Each cause on both sides of both of its thresholds, and in each of its modes.</summary>
public sealed class CauseTests
{
    private static readonly BreakerRules Shipped = A.RuleSet().Build().Breaker with { Causes = BreakerCauses.Default };
    private static readonly AssetAssessment Assessment =
        new(Standard.Gold, 0.1m, Tier.Normal, false, 0m, Quality.Good, "Arranged.");

    private static readonly AssetFigures Calm = new(Assessment, 0, InSession: true) { Sources = 4 };

    [Theory]
    [InlineData(5.0, false, true)]
    [InlineData(5.0001, false, false)]
    [InlineData(-10.0, false, false)]
    [InlineData(10.0001, true, false)]
    [InlineData(-10.0001, true, false)]
    public void A_jump_counts_from_above_ten_percent_and_is_over_at_five(double percent, bool isActive, bool isOver) =>
        Demand(BreakerCause.PriceJump, Calm with { ChangePercent = (decimal)percent }, isActive, isOver);

    [Theory]
    [InlineData(10.0, false, true)]
    [InlineData(20.0, false, false)]
    [InlineData(-20.0001, true, false)]
    public void Across_an_opening_a_gap_counts_and_not_a_jump(double percent, bool isActive, bool isOver)
    {
        var opened = Calm with { ChangePercent = (decimal)percent, IsOpening = true };

        Demand(BreakerCause.OpeningGap, opened, isActive, isOver);
        Demand(BreakerCause.PriceJump, opened, isActive: false, isOver: true);
    }

    [Theory]
    [InlineData(3.0, false, true)]
    [InlineData(5.0, false, false)]
    [InlineData(5.000000001, true, false)]
    public void Volatility_counts_from_above_five_percent_a_round_and_is_over_at_three(double percent, bool isActive, bool isOver) =>
        Demand(BreakerCause.Volatility, Calm with { VolatilityPercent = (decimal)percent }, isActive, isOver);

    [Theory]
    [InlineData(1, false, true)]
    [InlineData(2, false, false)]
    [InlineData(3, true, false)]
    public void Stale_sources_count_when_they_are_more_than_half(int stale, bool isActive, bool isOver) =>
        Demand(BreakerCause.Stale, Calm with { StaleSources = stale }, isActive, isOver);

    [Fact]
    public void One_source_in_another_unit_is_a_suspicion() =>
        Demand(BreakerCause.UnitSuspicion, Calm with { Quarantined = [SourceId.Parse("gold-spot")] }, isActive: true, isOver: false);

    [Theory]
    [InlineData(BreakerCause.PriceJump)]
    [InlineData(BreakerCause.Volatility)]
    [InlineData(BreakerCause.Stale)]
    [InlineData(BreakerCause.NoDecision)]
    public void A_closed_market_suspends_what_only_trading_can_mean(BreakerCause cause)
    {
        var wild = Calm with
        {
            ChangePercent = 50m,
            VolatilityPercent = 50m,
            StaleSources = 4,
            RoundsWithoutDecision = 9,
            InSession = false,
        };

        Demand(cause, wild, isActive: false, isOver: true);
        Assert.True(Of(cause, wild with { InSession = true }).IsActive);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public void Equivocation_counts_beyond_the_nodes_that_may_be_faulty(int nodes, bool isActive)
    {
        var found = OfSystem(BreakerCause.Equivocation, Tiers(Tier.Normal, Tier.Normal) with { EquivocatingNodes = nodes, Faulty = 1 });

        Assert.Equal(isActive, found.IsActive);
        Assert.Equal(
            isActive ? "2 nodes said two different things, 1 more than the 1 that may be faulty; the limit is 0." : "", found.Detail);
    }

    [Theory]
    [InlineData(Tier.High, Tier.High, true)]
    [InlineData(Tier.Extreme, Tier.High, true)]
    [InlineData(Tier.Extreme, Tier.Elevated, false)]
    public void SYSTEM_has_a_cause_that_only_worse_prices_raise(Tier gold, Tier msft, bool isActive) =>
        Assert.Equal(isActive, OfSystem(BreakerCause.EveryAssetHigh, Tiers(gold, msft)).IsActive);

    [Fact]
    public void What_is_off_finds_nothing()
    {
        var off = Shipped with { Causes = [.. BreakerCauses.Default.Select(rule => rule with { Mode = CauseMode.Off })] };
        var wild = Calm with { ChangePercent = 50m, StaleSources = 4, RoundsWithoutDecision = 9 };

        Assert.Empty(AssetCauses.Find(wild, off));
        Assert.Empty(SystemCauses.Find(Tiers(Tier.Extreme, Tier.Extreme), off));
    }

    [Fact]
    public void Every_cause_states_its_evidence_in_one_sentence_when_it_is_active()
    {
        var wild = new AssetFigures(
            Assessment with { Tier = Tier.Extreme, DispersionPercent = 11m }, 9, InSession: true)
        {
            ChangePercent = -12m,
            VolatilityPercent = 6m,
            Sources = 4,
            StaleSources = 3,
            Quarantined = [SourceId.Parse("gold-spot")],
        };

        Assert.Equal(
            [
                "GOLD is Extreme: its sources are dispersed by 11 %.",
                "GOLD jumped by -12 % from the price before; the limit is 10.",
                "",
                "GOLD moves by 6 % a round; the limit is 5.",
                "3 of 4 sources of GOLD, 75 %, are stale; the limit is 50.",
                "Another unit than configured is stated for GOLD by gold-spot; the limit is 0.",
                "GOLD had no decision for 9 rounds.",
            ],
            AssetCauses.Find(wild, Shipped).Select(finding => finding.Detail));
    }

    private static void Demand(BreakerCause cause, AssetFigures figures, bool isActive, bool isOver)
    {
        var found = Of(cause, figures);
        Assert.Equal((isActive, isOver), (found.IsActive, found.IsOver));
    }

    private static CauseFinding Of(BreakerCause cause, AssetFigures figures) =>
        AssetCauses.Find(figures, Shipped).Single(finding => finding.Cause == cause);

    private static CauseFinding OfSystem(BreakerCause cause, SystemFigures figures) =>
        SystemCauses.Find(figures, Shipped).Single(finding => finding.Cause == cause);

    private static SystemFigures Tiers(params ImmutableArray<Tier> tiers) => new(
        new SystemAssessment(0m, 0m, 0m, 0m, true, false),
        [.. tiers.Select(tier => Assessment with { Tier = tier })], [0], InSession: true);
}
