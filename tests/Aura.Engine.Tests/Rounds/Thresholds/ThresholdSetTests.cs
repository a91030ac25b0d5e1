using Aura.Engine.Breaker;
using Aura.Engine.Rounds;
using Aura.Engine.Rounds.Thresholds;
using Aura.Testing;
using Xunit;

namespace Aura.Engine.Tests.Rounds.Thresholds;

public sealed class ThresholdSetTests
{
    private static readonly RuleSet Rules = A.RuleSet().AsShipped().Build();
    private static readonly ThresholdSet Shipped = ThresholdSet.Of(Rules);

    public static TheoryData<string, ThresholdSet> Wrong => new()
    {
        { "elevatedAbovePercent", Shipped with { ElevatedAbovePercent = -0.1m } },
        { "highAbovePercent", Shipped with { HighAbovePercent = 2m } },
        { "extremeAbovePercent", Shipped with { ExtremeAbovePercent = 100.01m } },
        { "extremeAbovePercent", Shipped with { ExtremeAbovePercent = 7.00001m } },
        { "systemOpensAtScore", Shipped with { SystemOpensAtScore = 0m } },
        { "systemOpensAtScore", Shipped with { SystemOpensAtScore = 12.5m } },
        { "cleanUpToPercent", Shipped with { CleanUpToPercent = 10.5m } },
        { "noDecisionRounds", Shipped with { NoDecisionRounds = 0 } },
        { "noDecisionRounds", Shipped with { NoDecisionRounds = 101 } },
        { "causes", Shipped with { Causes = Shipped.Causes.RemoveAt(0) } },
        { "causes", Shipped with { Causes = [.. Shipped.Causes.Reverse()] } },
        { "causes.PriceJump.leaveAt", With(BreakerCause.PriceJump, rule => rule with { LeaveAt = 11m }) },
        { "causes.PriceJump.enterAbove", With(BreakerCause.PriceJump, rule => rule with { EnterAbove = 1_001m }) },
        { "causes.PriceJump", With(BreakerCause.PriceJump, rule => rule with { LeaveAt = null }) },
        { "causes.SystemScore", With(BreakerCause.SystemScore, rule => rule with { EnterAbove = 9m, LeaveAt = 8m }) },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_cannot_be_a_rule_is_named_with_its_key_and_what_would_be_accepted(string key, ThresholdSet thresholds)
    {
        var fault = Assert.Single(thresholds.Faults(Rules));

        Assert.Equal(key, fault.Key);
        Assert.StartsWith($"'{key}'", fault.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Those_of_a_rule_set_make_the_same_rule_set_again()
    {
        Assert.Empty(Shipped.Faults(Rules));
        Assert.Equal(Rules.ToDigest(), Shipped.In(Rules).ToDigest());
    }

    [Fact]
    public void The_limits_themselves_are_accepted()
    {
        var extreme = Shipped with
        {
            ElevatedAbovePercent = 0m,
            HighAbovePercent = 0.0001m,
            ExtremeAbovePercent = 100m,
            SystemOpensAtScore = 12m,
            CleanUpToPercent = 100m,
            NoDecisionRounds = 100,
        };

        Assert.Empty(extreme.Faults(Rules));
        Assert.Empty(With(BreakerCause.PriceJump, rule => rule with { EnterAbove = 0m, LeaveAt = 0m }).Faults(Rules));
    }

    private static ThresholdSet With(BreakerCause cause, Func<CauseRule, CauseRule> change) => Shipped with
    {
        Causes = [.. Shipped.Causes.Select(rule => rule.Cause == cause ? change(rule) : rule)],
    };
}
