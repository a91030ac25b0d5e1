using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Aura.Engine.Canon;
using Aura.Engine.Consensus;
using Aura.Engine.Market;
using Aura.Testing;
using Xunit;

namespace Aura.Engine.Tests.Consensus;

/// <summary>
/// Published vectors of Chainlink's consensus plugins, as far as their rule is ours. One value a node; <c>-</c> is a node
/// without an answer, <c>E</c> one that reports a failure, <c>@</c> marks a value in another currency.
/// </summary>
public sealed class ConsensusVectorTests
{
    private static readonly SourceId Source = Standard.MsftQuote.Id;
    private static readonly DateTimeOffset At = Standard.Start;

    // capabilities consensus/oracle/consensus_execution_test.go, identical_observations_test.go. There f+1 equal values
    // are enough and two such values an error; here a Byzantine quorum is needed, which two values cannot both reach.
    [Theory]
    [InlineData("100 100 100 100", "100")]
    [InlineData("100 100 100 50", "100")]
    [InlineData("B A A A A A B", "A")]
    [InlineData("alpha beta - -", null)]
    [InlineData("1 two false -", null)]
    [InlineData("100 100 - -", null)] // f+1 of 4: one honest node, but no quorum.
    [InlineData("1 1 two two", null)] // Two winners there, none here.
    [InlineData("B A A B A A B", null)] // 4 against 3: two winners there, none here.
    [InlineData("2 4 3 1 1 3 2", null)]
    [InlineData("110 110 120 120 130 130 140", null)]
    [InlineData("42 42 42 42 50 malicious - - - -", null)] // f+1 of 10.
    public void Identical_values_win_at_the_quorum_and_two_values_never_do(string nodes, string? winner)
    {
        string[] said = nodes.Split(' ');
        var tally = SourceTally.OnBodies(
            Source,
            [.. Voters(said).Select(voter => (Vote)new Vote.Received(voter.Node, Digest.Of(Encoding.UTF8.GetBytes(voter.Said))))],
            new Quorum(said.Length, 67));

        Assert.Equal(winner is null ? null : Digest.Of(Encoding.UTF8.GetBytes(winner)), tally.Winner?.Value);
    }

    // consensus_execution_test.go and median_quorum_test.go (commit 2119f7a), the column of 2f+1 valid values.
    [Theory]
    [InlineData("10 20 30 40 50 - -", 5, "30")]
    [InlineData("10 20 30 40", 4, "20")]
    [InlineData("10 20 30 40 - - -", 4, null)] // Insufficient (4) for the minimum of 5.
    [InlineData("10 20 @1 @2", 2, null)] // No single type reaches 2f+1.
    [InlineData("10 20 30 E E - -", 3, null)]
    [InlineData("10 20 30 40 @50 - -", 4, null)]
    [InlineData("- - - - - - -", 0, null)]
    [InlineData("30.5 40.5 10.5 20.5 50.5 - -", 5, "30.5")]
    [InlineData("30.3 40.4 10.1 20.2 50.5 - -", 5, "30.3")]
    [InlineData("10.1 20.2 30.3 40.4", 4, "20.2")]
    [InlineData("42", 1, "42")]
    // chainlink-data-streams mercury/aggregate_functions_test.go; the lower middle of three is every rule's middle.
    [InlineData("123 456 789 456", 4, "456")]
    [InlineData("120 450 780 450", 4, "450")]
    [InlineData("130 460 800 460", 4, "460")]
    [InlineData("123 - E @1", 1, null)] // Only one valid of four.
    // chainlink-data-streams llo/protocol/aggregators_test.go, the odd count: for even ones it takes the upper middle.
    [InlineData("1.1 4.4 2.2 3.3 6.6", 5, "3.3")]
    public void A_median_is_taken_of_2f_plus_1_values_of_one_unit_or_not_at_all(string nodes, int values, string? median)
    {
        var tally = Median(nodes.Split(' '));

        Assert.Equal(values, tally.Values);
        Assert.Equal(Number(median), tally.Winner?.Quote?.Amount);
    }

    // capabilities consensus/oracle plugin/value_consensus_test.go: n = 7, f = 2, quorum 5. Rows about requests,
    // descriptors and defaults have no counterpart: here the rule set is signed and nothing stands in for a price.
    [Theory]
    [InlineData("10 20 30 40 50 60 70", "40", RefusalCode.None)]
    [InlineData("110 120 130 140 150 - -", "130", RefusalCode.None)]
    [InlineData("110 - 130 140 150 - 170", "140", RefusalCode.None)]
    [InlineData("110 - 130 - 150 - 170", null, RefusalCode.None)]
    [InlineData("10 E 30 E 50 60 E", null, RefusalCode.Timeout)] // Three of f+1 = 3 errors.
    [InlineData("10 E 30 40 50 60 70", "40", RefusalCode.None)]
    public void A_whole_round_of_seven_nodes(string nodes, string? median, RefusalCode failure)
    {
        var tally = Median(nodes.Split(' '));

        Assert.Equal(Number(median), tally.Winner?.Quote?.Amount);
        Assert.Equal(failure, tally.CommonFailure?.Failure ?? RefusalCode.None);
    }

    [Fact]
    public void With_f_plus_1_values_a_liar_could_be_the_middle_so_they_decide_nothing()
    {
        // The lower middle of an honest 100 and a liar's 1, n = 4 and f = 1, is the lie.
        Assert.Equal(1m, MedianRule.LowerMiddle([100m, 1m]));

        var tally = Median(["100", "1", "-", "-"]);

        Assert.Null(tally.Winner);
        Assert.False(tally.HasEnoughValues);
    }

    [Theory]
    [InlineData("10 20 30 40 50 60 70")]
    [InlineData("10 E 30 E 50 60 E")]
    [InlineData("10 20 @30 @40")]
    public void The_order_in_which_nodes_are_counted_changes_no_group(string nodes)
    {
        var votes = Votes(nodes.Split(' '));
        var quorum = new Quorum(nodes.Split(' ').Length, 67);
        string expected = Words(SourceTally.OnMedian(Source, votes, 100m, quorum));

        for (int turn = 1; turn < votes.Length; turn++)
        {
            ImmutableArray<Vote> turned = [.. votes.Skip(turn), .. votes.Take(turn)];
            Assert.Equal(expected, Words(SourceTally.OnMedian(Source, turned, 100m, quorum)));
            Assert.Equal(expected, Words(SourceTally.OnMedian(Source, [.. turned.Reverse()], 100m, quorum)));
        }
    }

    // The plugins ask how many values there are and not how far apart they lie: a tolerance that lets all of them vote.
    private static SourceTally Median(string[] said) =>
        SourceTally.OnMedian(Source, Votes(said), 1_000m, new Quorum(said.Length, 67));

    private static ImmutableArray<Vote> Votes(string[] said) =>
    [
        .. Voters(said).Select(voter => voter.Said is "E"
            ? (Vote)new Vote.Failed(voter.Node, null, RefusalCode.Timeout)
            : new Vote.Stated(voter.Node, Digest.Of(Encoding.UTF8.GetBytes(voter.Said)), Quoted(voter.Said))),
    ];

    private static IEnumerable<(NodeId Node, string Said)> Voters(string[] said) =>
        said.Select((word, index) => (new NodeId(index + 1), word)).Where(voter => voter.word is not "-");

    private static Quote Quoted(string said) =>
        new("MSFT", decimal.Parse(said.TrimStart('@'), CultureInfo.InvariantCulture),
            said.StartsWith('@') ? "EUR" : Quote.Usd, PriceUnit.Share, At);

    private static decimal? Number(string? text) =>
        text is null ? null : decimal.Parse(text, CultureInfo.InvariantCulture);

    private static string Words(SourceTally tally) =>
        $"{tally.Values} of {tally.Votes}: " + string.Join("; ", tally.Groups.Select(group =>
            $"{group.Value} {group.Failure} by {string.Join(' ', group.Nodes)} on {string.Join(' ', group.Bodies)}"));
}
