using System.Collections.Immutable;
using Aura.Engine.Canon;
using Aura.Engine.Market;
using Aura.Engine.Nodes;

namespace Aura.Engine.Consensus;

/// <summary>What one node says about one source.</summary>
/// <param name="Node">Who says it.</param>
public abstract record Vote(NodeId Node)
{
    /// <summary>
    /// The votes about a source as they were cast: one for each node that saw anything of it. A failed fetch is a vote
    /// for its failure, whatever body came with it.
    /// </summary>
    public static ImmutableArray<Vote> About(SourceId source, ImmutableArray<Observation> observations)
    {
        var votes = ImmutableArray.CreateBuilder<Vote>(observations.Length);
        foreach (var observation in observations)
            if (Of(observation.Node, Seen(source, observation)) is { } vote)
                votes.Add(vote);
        return votes.DrainToImmutable();
    }

    private static ObservedSource? Seen(SourceId source, Observation observation)
    {
        foreach (var seen in observation.Sources)
            if (seen.Source == source)
                return seen;
        return null;
    }

    private static Vote? Of(NodeId node, ObservedSource? seen) => seen switch
    {
        { Failure: not RefusalCode.None } => new Failed(node, null, seen.Failure),
        { BodyHash: { } body } => new Received(node, body),
        _ => null,
    };

    /// <summary>The node received a body; what it says is not read yet.</summary>
    /// <param name="Node">Who received it.</param>
    /// <param name="Body">SHA-256 of the raw body.</param>
    public sealed record Received(NodeId Node, Digest Body) : Vote(Node);

    /// <summary>The node's body states a price.</summary>
    /// <param name="Node">Who read it.</param>
    /// <param name="Body">SHA-256 of the raw body: the evidence.</param>
    /// <param name="Quote">What it states.</param>
    public sealed record Stated(NodeId Node, Digest Body, Quote Quote) : Vote(Node);

    /// <summary>The fetch failed, or the body is a refusal.</summary>
    /// <param name="Node">Who reports it.</param>
    /// <param name="Body">SHA-256 of the body that refuses; null when the fetch failed.</param>
    /// <param name="Failure">The class of refusal.</param>
    public sealed record Failed(NodeId Node, Digest? Body, RefusalCode Failure) : Vote(Node);
}
