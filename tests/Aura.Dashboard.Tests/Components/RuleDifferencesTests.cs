using Aura.Dashboard.Components.Controls;

namespace Aura.Dashboard.Tests.Components;

public sealed class RuleDifferencesTests
{
    [Fact]
    public void Equal_rules_do_not_differ() =>
        Assert.Empty(RuleDifferences.Between(Sample.Rules.ToBytes(), Sample.Rules.ToBytes()));

    [Fact]
    public void A_changed_number_is_shown_with_both_values()
    {
        var changed = Sample.Rules with { Breaker = Sample.Rules.Breaker with { HalfOpenRounds = 5 } };

        Assert.Equal(
            [new RuleDifference("breaker.halfOpenRounds", "3", "5")],
            RuleDifferences.Between(Sample.Rules.ToBytes(), changed.ToBytes()));
    }

    [Fact]
    public void A_source_that_is_taken_away_changes_none_of_the_others()
    {
        var market = Sample.Rules.Market;
        var fewer = Sample.Rules with { Market = market with { Sources = market.Sources.RemoveAt(0) } };

        var differences = RuleDifferences.Between(Sample.Rules.ToBytes(), fewer.ToBytes());

        Assert.NotEmpty(differences);
        Assert.All(differences, rule => Assert.StartsWith("market.sources[gold-a].", rule.Key, StringComparison.Ordinal));
        Assert.All(differences, rule => Assert.Null(rule.After));
    }

    [Fact]
    public void A_rule_that_appears_had_no_value_before()
    {
        var differences = RuleDifferences.Between("{\"a\":null}"u8.ToArray(), "{\"a\":[1,2]}"u8.ToArray());

        Assert.Equal([new RuleDifference("a[0]", null, "1"), new RuleDifference("a[1]", null, "2")], differences);
    }
}
