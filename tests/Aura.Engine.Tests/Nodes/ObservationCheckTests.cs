using System.Collections.Immutable;
using Aura.Engine.Canon;
using Aura.Engine.Nodes;
using Aura.Engine.Rounds;
using Aura.Testing;
using Xunit;

namespace Aura.Engine.Tests.Nodes;

public sealed class ObservationCheckTests
{
    private static readonly RuleSet Rules = A.RuleSet().Build();
    private static readonly ImmutableArray<AttributedObservation> Valid = A.Round().Build().Evidence.Observations;

    [Fact]
    public void Signed_observations_of_configured_nodes_count_in_order_of_node()
    {
        var (counted, dropped) = Sift([.. Valid.Reverse()]);

        Assert.Equal([1, 2, 3, 4], counted.Select(observation => observation.Node.Number));
        Assert.Empty(dropped);
    }

    [Fact]
    public void Nothing_counts_of_nothing()
    {
        var (counted, dropped) = Sift([]);

        Assert.Empty(counted);
        Assert.Empty(dropped);
    }

    [Fact]
    public void An_unknown_node_is_dropped() =>
        Drops(ObservationDefect.UnknownNode, Resigned(o => o with { Node = new NodeId(5) }), node: 5);

    [Fact]
    public void An_observation_under_another_rule_set_is_dropped() =>
        Drops(ObservationDefect.WrongConfiguration, Resigned(o => o with { Configuration = Digest.Of("other"u8) }));

    [Fact]
    public void An_observation_of_another_round_is_dropped() =>
        Drops(ObservationDefect.WrongRound, Resigned(o => o with { Round = new RoundNumber(2) }));

    [Fact]
    public void An_observation_of_another_slot_is_dropped() =>
        Drops(ObservationDefect.WrongRound, Resigned(o => o with { Slot = new Slot(o.Slot.Instant.AddSeconds(5)) }));

    [Fact]
    public void An_observation_changed_after_signing_is_dropped() =>
        Drops(ObservationDefect.BadSignature, Valid[0] with
        {
            Observation = Valid[0].Observation with { Sources = Valid[0].Observation.Sources.RemoveAt(0) },
        });

    [Fact]
    public void An_observation_signed_by_another_node_is_dropped() =>
        Drops(ObservationDefect.BadSignature, Valid[0] with { Signature = Valid[1].Signature });

    [Fact]
    public void A_node_that_says_two_things_is_not_counted_at_all()
    {
        var other = Resigned(o => o with { Sources = o.Sources.RemoveAt(0) });

        var (counted, dropped) = Sift(Valid.Add(other));

        Assert.Equal([2, 3, 4], counted.Select(observation => observation.Node.Number));
        Assert.Equal(
            [new(new NodeId(1), ObservationDefect.Repeated), new DroppedObservation(new NodeId(1), ObservationDefect.Repeated)],
            dropped);
    }

    [Theory]
    [InlineData(ObservationDefect.BadSignature)]
    [InlineData(ObservationDefect.WrongRound)]
    [InlineData(ObservationDefect.WrongConfiguration)]
    public void A_forgery_in_the_name_of_a_node_does_not_silence_the_node(ObservationDefect defect)
    {
        var forgery = defect switch
        {
            ObservationDefect.WrongRound => Resigned(o => o with { Round = new RoundNumber(9) }),
            ObservationDefect.WrongConfiguration => Resigned(o => o with { Configuration = default }),
            _ => Valid[0] with { Signature = Valid[1].Signature },
        };

        var (counted, dropped) = Sift(Valid.Add(forgery));

        Assert.Equal(4, counted.Length);
        Assert.Equal([new DroppedObservation(new NodeId(1), defect)], dropped);
    }

    [Fact]
    public void The_order_of_arrival_does_not_matter_even_among_defects()
    {
        // Three observations under one signature, two of them wrong in different ways.
        var rounds = Valid[0] with { Observation = Valid[0].Observation with { Round = new RoundNumber(2) } };
        var rules = Valid[0] with { Observation = Valid[0].Observation with { Configuration = default } };

        var forwards = Sift([Valid[0], rounds, rules]);
        var backwards = Sift([rules, rounds, Valid[0]]);

        Assert.Equal(forwards.Dropped, backwards.Dropped);
        Assert.Equal(forwards.Counted, backwards.Counted);
    }

    private static void Drops(ObservationDefect defect, AttributedObservation broken, int node = 1)
    {
        var (counted, dropped) = Sift(Valid.SetItem(0, broken));

        Assert.Equal([2, 3, 4], counted.Select(observation => observation.Node.Number));
        Assert.Equal([new DroppedObservation(new NodeId(node), defect)], dropped);
    }

    private static AttributedObservation Resigned(Func<Observation, Observation> change) =>
        NodeKeys.Standard.Sign(change(Valid[0].Observation));

    private static (ImmutableArray<Observation> Counted, ImmutableArray<DroppedObservation> Dropped) Sift(
        ImmutableArray<AttributedObservation> observations) =>
        ObservationCheck.Sift(
            Rules.Nodes, Rules.ToDigest(), new RoundNumber(1), Standard.SlotOf(new RoundNumber(1)), observations);
}
