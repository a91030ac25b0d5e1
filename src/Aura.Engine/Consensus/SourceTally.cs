using System.Collections.Immutable;
using System.Diagnostics;
using Aura.Engine.Canon;
using Aura.Engine.Market;

namespace Aura.Engine.Consensus;

/// <summary>The votes of all nodes about one source. Every node that voted stands in exactly one group.</summary>
/// <param name="Source">The source.</param>
/// <param name="Agreement">What was voted on.</param>
/// <param name="Groups">
/// The group at the median first where there is one; then most nodes first, equal sizes by value, then failure.
/// </param>
/// <param name="Values">Nodes that stated a value; for a median, a value of the one currency and unit that most state.</param>
/// <param name="Quorum">The arithmetic in force.</param>
public sealed record SourceTally(
    SourceId Source, AgreementKind Agreement, ImmutableArray<VoteGroup> Groups, int Values, Quorum Quorum)
{
    /// <summary>The value that reached the quorum, or null. Two never do, because the quorum is Byzantine.</summary>
    public VoteGroup? Winner =>
        HasEnoughValues && Leader is { } leader && Quorum.IsReachedBy(leader.Nodes.Length) ? leader : null;

    /// <summary>The failure that f+1 nodes report, at least one of them honest, or null.</summary>
    public VoteGroup? CommonFailure =>
        Groups.FirstOrDefault(group => !group.IsValue && group.Nodes.Length >= Quorum.OneHonest);

    /// <summary>Votes of the winner, or of the value that came closest.</summary>
    public int Votes => Leader?.Nodes.Length ?? 0;

    /// <summary>Nodes whose value is in another currency or unit than the median's, and was dropped.</summary>
    public int Dropped => Groups.Where(group => group.IsValue).Sum(group => group.Nodes.Length) - Values;

    /// <summary>Whether so many values are there that their median is honest; the other kinds have no median.</summary>
    public bool HasEnoughValues => Agreement is not AgreementKind.Median || Values >= Quorum.HonestMajority;

    private VoteGroup? Leader => Groups.FirstOrDefault(group => group.IsValue);

    /// <summary>Counts the votes about a source as its rule says.</summary>
    public static SourceTally Of(SourceRule source, ConsensusRules rules, Quorum quorum, RoundVotes votes) =>
        rules.Of(source.Id).Agreement switch
        {
            AgreementKind.Body => OnBodies(source.Id, votes.About(source.Id), quorum),
            AgreementKind.Quote => OnQuotes(source.Id, votes.ReadAbout(source), quorum),
            AgreementKind.Median => OnMedian(source.Id, votes.ReadAbout(source), rules.MedianTolerancePercent, quorum),
            _ => throw new UnreachableException(),
        };

    /// <summary>Counts the votes on raw bodies.</summary>
    public static SourceTally OnBodies(SourceId source, ImmutableArray<Vote> votes, Quorum quorum) =>
        Of(source, AgreementKind.Body, quorum,
        [
            .. votes.OfType<Vote.Received>().GroupBy(vote => vote.Body).Select(group => new VoteGroup(
                group.Key, null, RefusalCode.None, [.. group.Select(vote => vote.Node).Order()], [group.Key])),
            .. Failures(votes),
        ]);

    /// <summary>Counts the votes on canonical quotes.</summary>
    public static SourceTally OnQuotes(SourceId source, ImmutableArray<Vote> votes, Quorum quorum) =>
        Of(source, AgreementKind.Quote, quorum, [.. Quotes(votes.OfType<Vote.Stated>()), .. Failures(votes)]);

    /// <summary>Counts the votes within a tolerance of the median of all values of one currency and unit.</summary>
    public static SourceTally OnMedian(
        SourceId source, ImmutableArray<Vote> votes, decimal tolerancePercent, Quorum quorum)
    {
        var stated = votes.OfType<Vote.Stated>().ToList();
        var comparable = stated.GroupBy(vote => (vote.Quote.Currency, vote.Quote.Unit))
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key.Currency, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Unit)
            .FirstOrDefault()?.ToList() ?? [];
        var near = comparable.Count >= quorum.HonestMajority ? Near(comparable, tolerancePercent) : null;
        ImmutableArray<Vote.Stated> far = [.. stated.Where(vote => near?.Nodes.Contains(vote.Node) is not true)];
        var tally = Of(source, AgreementKind.Median, quorum, [.. Quotes(far), .. Failures(votes)]);
        return tally with
        {
            Groups = near is null ? tally.Groups : tally.Groups.Insert(0, near),
            Values = comparable.Count,
        };
    }

    // The values that count as votes for the median, and the quote that they agree on if they are enough.
    private static VoteGroup Near(List<Vote.Stated> comparable, decimal tolerancePercent)
    {
        decimal median = MedianRule.LowerMiddle(comparable.Select(vote => vote.Quote.Amount));
        var near = comparable
            .Where(vote => MedianRule.IsWithin(vote.Quote.Amount, median, tolerancePercent))
            .OrderByDescending(vote => vote.Quote.Amount == median)
            .ThenBy(vote => vote.Body.Hex, StringComparer.Ordinal)
            .ToList();
        // Dated by the middle of those that count: a liar must be able to make an honest price neither old nor new.
        var agreed = near[0].Quote with { SourceTime = MedianRule.LowerMiddle(near.Select(vote => vote.Quote.SourceTime)) };
        return Group(agreed.ToDigest(), agreed, near);
    }

    private static SourceTally Of(
        SourceId source, AgreementKind agreement, Quorum quorum, ImmutableArray<VoteGroup> groups) =>
        new(
            source, agreement,
            [
                .. groups.OrderByDescending(group => group.Nodes.Length)
                    .ThenBy(group => group.Value?.Hex, StringComparer.Ordinal)
                    .ThenBy(group => group.Failure),
            ],
            groups.Where(group => group.IsValue).Sum(group => group.Nodes.Length),
            quorum);

    private static IEnumerable<VoteGroup> Quotes(IEnumerable<Vote.Stated> votes) =>
        votes.GroupBy(vote => vote.Quote.ToDigest())
            .Select(group => Group(
                group.Key, group.First().Quote, [.. group.OrderBy(vote => vote.Body.Hex, StringComparer.Ordinal)]));

    private static VoteGroup Group(Digest value, Quote quote, List<Vote.Stated> votes) =>
        new(
            value, quote, RefusalCode.None, [.. votes.Select(vote => vote.Node).Order()],
            [.. votes.Select(vote => vote.Body).Distinct()]);

    private static IEnumerable<VoteGroup> Failures(IEnumerable<Vote> votes) =>
        votes.OfType<Vote.Failed>().GroupBy(vote => vote.Failure).Select(group => new VoteGroup(
            null, null, group.Key, [.. group.Select(vote => vote.Node).Order()],
            [
                .. group.Select(vote => vote.Body).OfType<Digest>().Distinct()
                    .OrderBy(body => body.Hex, StringComparer.Ordinal),
            ]));
}
