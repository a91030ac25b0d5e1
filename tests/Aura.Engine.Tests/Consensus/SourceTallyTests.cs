using System.Collections.Immutable;
using Aura.Engine.Canon;
using Aura.Engine.Consensus;
using Aura.Engine.Market;
using Aura.Engine.Nodes;
using Aura.Testing;
using CsCheck;
using Xunit;

namespace Aura.Engine.Tests.Consensus;

public sealed class SourceTallyTests
{
    private static readonly SourceId Source = Standard.GoldSpot.Id;
    private static readonly Digest Truth = Digest.Of("truth"u8);
    private static readonly Digest Lie = Digest.Of("lie"u8);

    [Fact]
    public void All_agree()
    {
        var tally = Tally(Body(Truth), Body(Truth), Body(Truth), Body(Truth));

        Assert.Equal(Truth, tally.Winner?.Value);
        Assert.Equal(4, tally.Votes);
    }

    [Fact]
    public void One_liar_of_four_loses()
    {
        var tally = Tally(Body(Truth), Body(Truth), Body(Lie), Body(Truth));

        Assert.Equal(Truth, tally.Winner?.Value);
        Assert.Equal([1, 2, 4], tally.Winner?.Nodes.Select(node => node.Number) ?? []);
        Assert.Equal(3, tally.Votes);
    }

    [Fact]
    public void A_group_of_failures_without_a_body_states_none() =>
        Assert.Null(new VoteGroup(null, null, RefusalCode.Timeout, [new NodeId(1), new NodeId(2)], []).Body);

    [Fact]
    public void A_split_has_no_winner()
    {
        var tally = Tally(Body(Truth), Body(Truth), Body(Lie), Body(Lie));

        Assert.Null(tally.Winner);
        Assert.Null(tally.CommonFailure);
        Assert.Equal(2, tally.Votes);
    }

    [Fact]
    public void Silent_nodes_count_in_the_denominator()
    {
        Assert.NotNull(Tally(Body(Truth), Body(Truth), Body(Truth)).Winner);
        Assert.Null(Tally(Body(Truth), Body(Truth)).Winner);
    }

    [Fact]
    public void A_failure_that_f_plus_one_nodes_report_is_common()
    {
        Assert.Null(Tally(Fail(RefusalCode.Timeout), Body(Truth), Body(Lie), Body(Lie)).CommonFailure);

        var tally = Tally(Fail(RefusalCode.Timeout), Body(Truth), Body(Lie), Fail(RefusalCode.Timeout));
        Assert.Null(tally.Winner);
        Assert.Equal(RefusalCode.Timeout, tally.CommonFailure?.Failure);
    }

    [Fact]
    public void Different_failures_do_not_add_up() =>
        Assert.Null(Tally(Fail(RefusalCode.Timeout), Fail(RefusalCode.Transport), Body(Lie), Body(Truth)).CommonFailure);

    [Fact]
    public void A_winner_stands_beside_failures()
    {
        var tally = Tally(Body(Truth), Body(Truth), Body(Truth), Fail(RefusalCode.Timeout));

        Assert.Equal(Truth, tally.Winner?.Value);
    }

    [Fact]
    public void A_body_that_came_with_a_failure_is_no_vote_for_the_body()
    {
        var tally = Tally(
            new ObservedSource(Source, Truth, RefusalCode.Transport, 503, Standard.Start), Body(Truth), Body(Truth));

        Assert.Null(tally.Winner);
        Assert.Equal(2, tally.Votes);
    }

    [Fact]
    public void A_node_that_states_neither_a_body_nor_a_failure_has_not_voted()
    {
        var nothing = new ObservedSource(Source, null, RefusalCode.None, null, Standard.Start);

        var tally = Tally(nothing, nothing, nothing, nothing);

        Assert.Null(tally.Winner);
        Assert.Null(tally.CommonFailure);
    }

    [Fact]
    public void A_node_that_names_a_source_twice_has_one_vote()
    {
        var twice = Observation(1, Body(Truth), Body(Truth));

        Assert.Equal(1, SourceTally.OnBodies(Source, Vote.About(Source, [twice]), new Quorum(4, 67)).Votes);
    }

    [Fact]
    public void With_at_most_f_liars_the_truth_wins_and_never_anything_else() =>
        Gen.Select(Gen.Int[4, 13], Gen.Int[0, 3].Array[13], Gen.Int[0, 12]).Sample((nodes, says, shift) =>
        {
            var quorum = new Quorum(nodes, 67);
            var votes = Enumerable.Range(0, nodes).Select(i => i < quorum.Faulty
                ? says[i] switch { 0 => Body(Lie), 1 => Body(Truth), 2 => Fail(RefusalCode.Timeout), _ => Body(Digest.Of([(byte)i])) }
                : Body(Truth)).ToArray();
            var tally = SourceTally.OnBodies(
                Source, Vote.About(Source, [.. votes.Select((vote, i) => Observation(1 + ((i + shift) % nodes), vote))]), quorum);

            Assert.True(quorum.IsSafe);
            Assert.Equal(Truth, tally.Winner?.Value);
            Assert.Null(tally.CommonFailure);
        });

    private static SourceTally Tally(params ObservedSource[] votes) =>
        SourceTally.OnBodies(
            Source, Vote.About(Source, [.. votes.Select((vote, i) => Observation(i + 1, vote))]), new Quorum(4, 67));

    private static Observation Observation(int node, params ImmutableArray<ObservedSource> seen) =>
        new(default, new RoundNumber(1), default, new NodeId(node), seen);

    private static ObservedSource Body(Digest hash) => new(Source, hash, RefusalCode.None, 200, Standard.Start);

    private static ObservedSource Fail(RefusalCode code) => new(Source, null, code, null, Standard.Start);
}
