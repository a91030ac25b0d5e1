using Aura.Engine.Consensus;
using CsCheck;
using Xunit;

namespace Aura.Engine.Tests.Consensus;

public sealed class QuorumTests
{
    [Theory]
    // From the definitions with f = ⌊(n−1)/3⌋; the Byzantine column agrees with chainlink-common
    // pkg/aggregation/quorum_test.go where that has the pair (n, f).
    [InlineData(4, 1, 2, 3, 3, 3)]
    [InlineData(5, 1, 2, 3, 4, 4)]
    [InlineData(6, 1, 2, 3, 4, 5)]
    [InlineData(7, 2, 3, 5, 5, 5)]
    [InlineData(8, 2, 3, 5, 6, 6)]
    [InlineData(9, 2, 3, 5, 6, 7)]
    [InlineData(10, 3, 4, 7, 7, 7)]
    [InlineData(11, 3, 4, 7, 8, 8)]
    [InlineData(12, 3, 4, 7, 8, 9)]
    [InlineData(13, 4, 5, 9, 9, 9)]
    [InlineData(16, 5, 6, 11, 11, 11)]
    [InlineData(19, 6, 7, 13, 13, 13)]
    [InlineData(22, 7, 8, 15, 15, 15)]
    [InlineData(31, 10, 11, 21, 21, 21)]
    public void The_numbers_of_67_percent(int nodes, int f, int oneHonest, int honestMajority, int byzantine, int needed)
    {
        var quorum = new Quorum(nodes, 67);

        Assert.Equal(
            (f, oneHonest, honestMajority, byzantine, needed),
            (quorum.Faulty, quorum.OneHonest, quorum.HonestMajority, quorum.Byzantine, quorum.VotesNeeded));
        Assert.True(quorum.IsSafe);
    }

    [Fact]
    public void Two_of_three_are_refused_by_67_percent_and_three_of_four_pass()
    {
        Assert.False(new Quorum(3, 67).IsReachedBy(2));
        Assert.True(new Quorum(3, 66).IsReachedBy(2));
        Assert.True(new Quorum(4, 67).IsReachedBy(3));
        Assert.False(new Quorum(4, 67).IsReachedBy(2));
    }

    [Theory]
    [InlineData(4, 50, false)] // Two values could both win.
    [InlineData(4, 75, true)]
    [InlineData(4, 76, false)] // One silent node could stop every round.
    [InlineData(5, 60, false)]
    [InlineData(7, 71, true)]
    [InlineData(7, 72, false)]
    [InlineData(103, 67, false)] // 70 votes: f = 34 silent nodes leave 69 (first such n).
    public void A_quorum_is_safe_between_the_Byzantine_number_and_the_honest_nodes(int nodes, int percent, bool safe) =>
        Assert.Equal(safe, new Quorum(nodes, percent).IsSafe);

    [Fact]
    public void Votes_needed_are_the_fewest_that_reach_it() =>
        Gen.Select(Gen.Int[1, 200], Gen.Int[1, 100]).Sample((nodes, percent) =>
        {
            var quorum = new Quorum(nodes, percent);
            Assert.True(quorum.IsReachedBy(quorum.VotesNeeded));
            Assert.False(quorum.IsReachedBy(quorum.VotesNeeded - 1));
        });

    [Fact]
    public void Two_safe_quorums_share_an_honest_node() =>
        Gen.Select(Gen.Int[1, 200], Gen.Int[50, 80]).Sample((nodes, percent) =>
        {
            var quorum = new Quorum(nodes, percent);
            int shared = (2 * quorum.VotesNeeded) - nodes;
            Assert.True(!quorum.IsSafe || shared > quorum.Faulty);
        });
}
