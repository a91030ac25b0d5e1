using Aura.Engine.Publishing.Explanations;
using Aura.Engine.Rounds;
using Aura.Testing;
using Xunit;

namespace Aura.Engine.Tests.Publishing.Explanations;

public sealed class MovementSentencesTests
{
    private static readonly RuleSet Rules = A.RuleSet().AsShipped().Build();

    [Fact]
    public void A_move_and_the_volatility_that_follows_from_moves_are_formulas_with_their_numbers()
    {
        var state = EngineState.Initial;
        for (int i = 0; i < 21; i++)
            state = Decide(state, i % 2 == 0 ? 3_300m : 3_333m).Next;

        var gold = Explain(Decide(state, 3_333m));

        Assert.Equal(
            "100 · (P − P₀) / P₀ = 1 %, with P = 3333 and P₀ the agreed price before, splits taken out.", gold.Change);
        Assert.StartsWith("√v = 0.99", gold.Volatility, StringComparison.Ordinal);
        Assert.EndsWith(
            " % a round, with v′ = 0.94 · v + 0.06 · r² for every move r within a session, begun with the first r² (RiskMetrics 1996).",
            gold.Volatility, StringComparison.Ordinal);
    }

    [Fact]
    public void Before_there_is_anything_to_compare_they_say_so()
    {
        var gold = Explain(Decide(EngineState.Initial, 3_300m));

        Assert.StartsWith("Not compared:", gold.Change, StringComparison.Ordinal);
        Assert.Equal("Unknown before 20 returns within sessions.", gold.Volatility);
    }

    [Fact]
    public void Rules_that_follow_no_moves_have_no_words_for_them()
    {
        var first = A.RuleSet().Build();
        var report = RoundDecision.Decide(EngineState.Initial, first, A.Round().Build()).Report;

        var gold = RoundExplanation.Of(report, first.Consensus, first.Risk, first.Breaker).Assets[0];

        Assert.Equal((null, null), (gold.Change, gold.Volatility));
    }

    private static RoundOutcome Decide(EngineState state, decimal gold) =>
        RoundDecision.Decide(state, Rules, A.Round().Under(Rules).After(state).WithGold(gold).Build());

    private static AssetExplanation Explain(RoundOutcome outcome) =>
        RoundExplanation.Of(outcome.Report, Rules.Consensus, Rules.Risk, Rules.Breaker).Assets[0];
}
