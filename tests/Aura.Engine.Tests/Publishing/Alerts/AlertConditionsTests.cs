using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.MasterLogic;
using Aura.Engine.Publishing.Alerts;
using Aura.Testing;
using Xunit;

namespace Aura.Engine.Tests.Publishing.Alerts;

/// <summary>What calls for somebody, what no longer does, and what lingers in between.</summary>
public sealed class AlertConditionsTests
{
    private static readonly AssetAssessment Calm = new(Standard.Gold, 0.1m, Tier.Normal, false, 0m, Quality.Good, "Arranged.");

    [Theory]
    [InlineData(BreakerState.Closed, false, true)]
    [InlineData(BreakerState.Open, true, false)]
    [InlineData(BreakerState.HalfOpen, false, false)]
    [InlineData(BreakerState.Isolated, true, false)]
    public void A_breaker_calls_while_it_is_halted_and_is_over_only_when_it_is_closed(BreakerState state, bool isActive, bool isOver)
    {
        var found = AlertConditions.Of(StateBuilder.Record(Standard.GoldScope, state, 2, Standard.Start));

        Assert.Equal(
            new AlertCondition(Standard.GoldScope, AlertKind.BreakerTripped, isActive, isOver, "Arranged by a test."), found);
    }

    [Fact]
    public void A_breaker_that_never_changed_has_nothing_to_say() =>
        Assert.Equal(
            (false, true, ""),
            AlertConditions.Of(BreakerRecord.Initial(Scope.System)) is var found ? (found.IsActive, found.IsOver, found.Detail) : default);

    [Theory]
    [InlineData(Tier.Normal, false)]
    [InlineData(Tier.Elevated, false)]
    [InlineData(Tier.High, true)]
    [InlineData(Tier.Extreme, true)]
    public void A_tier_calls_from_High_on(Tier tier, bool isActive)
    {
        var found = Of(AlertKind.HighDispersion, Calm with { Tier = tier, DispersionPercent = 5.5m });

        Assert.Equal((isActive, !isActive, Standard.GoldScope), (found.IsActive, found.IsOver, found.Scope));
        Assert.Equal($"GOLD is {tier}: its sources are dispersed by 5.5 %.", found.Detail);
    }

    // Sources that fall silent are no recovery, and a tier that was kept was judged in its own round.
    [Theory]
    [InlineData(Tier.Normal)]
    [InlineData(Tier.Extreme)]
    public void A_tier_that_is_only_kept_neither_calls_nor_ends(Tier tier)
    {
        var kept = Of(AlertKind.HighDispersion, Calm with { Tier = tier, TierStale = true, DispersionPercent = null });
        var lone = Of(AlertKind.HighDispersion, Calm with { Tier = tier, DispersionPercent = null });

        Assert.All((AlertCondition[])[kept, lone], found => Assert.Equal((false, false), (found.IsActive, found.IsOver)));
    }

    [Theory]
    [InlineData(0, true, false, true)]
    [InlineData(1, true, false, false)]
    [InlineData(2, true, true, false)]
    [InlineData(3, true, true, false)]
    [InlineData(3, false, false, true)]
    public void The_second_round_without_a_decision_calls_while_the_market_trades(int rounds, bool inSession, bool isActive, bool isOver)
    {
        var found = Of(
            AlertKind.NoDecision, Calm with { Quality = rounds == 0 ? Quality.Good : Quality.NoDecision }, rounds, inSession);

        Assert.Equal((isActive, isOver), (found.IsActive, found.IsOver));
        Assert.Equal($"GOLD had no decision for {rounds} rounds.", found.Detail);
    }

    [Fact]
    public void A_round_that_was_completed_is_a_step_away_from_rounds_that_were_not() =>
        Assert.Equal(new AlertCondition(Scope.System, AlertKind.RoundsMissing, false, true, ""), AlertConditions.Completed);

    [Theory]
    [InlineData(AlertKind.BreakerTripped, 1)]
    [InlineData(AlertKind.NoDecision, 1)]
    [InlineData(AlertKind.HighDispersion, 3)]
    [InlineData(AlertKind.RoundsMissing, 3)]
    [InlineData(AlertKind.VendorSuspended, 1)]
    public void What_swings_is_over_after_three_calm_rounds_and_what_is_a_fact_at_once(AlertKind kind, int rounds) =>
        Assert.Equal(rounds, AlertRules.Default.CalmRoundsOf(kind));

    [Fact]
    public void The_shipped_rules_are_a_quarter_of_an_hour_five_minutes_three_rounds_and_eight_hours() =>
        Assert.Equal(
            (TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(5), 3, TimeSpan.FromHours(8)),
            (AlertRules.Default.AcknowledgedFor, AlertRules.Default.EscalateAfter, AlertRules.Default.CalmRounds, AlertRules.Default.LongestSilence));

    private static AlertCondition Of(AlertKind kind, AssetAssessment assessment, int rounds = 0, bool inSession = true) =>
        AlertConditions.Of(new AssetFigures(assessment, rounds, inSession)).Single(found => found.Kind == kind);
}
