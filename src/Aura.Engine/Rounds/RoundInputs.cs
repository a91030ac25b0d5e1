using System.Collections.Immutable;
using Aura.Engine.Canon;
using Aura.Engine.Nodes;

namespace Aura.Engine.Rounds;

/// <summary>The evidence of a round together with the bodies that it names: all that <see cref="RoundDecision"/> reads.</summary>
/// <param name="Evidence">The document.</param>
/// <param name="Bodies">The bodies by SHA-256.</param>
public sealed record RoundInputs(RoundEvidence Evidence, ImmutableDictionary<Digest, ReadOnlyMemory<byte>> Bodies)
{
    /// <summary>
    /// The rule set that was in force when they were gathered, which every signature binds to; null for a re-decision,
    /// whose ledger entry names it.
    /// </summary>
    public Digest? Configuration { get; init; }

    /// <summary>What a round gathered.</summary>
    public static RoundInputs Of(RoundQuery query, Gathering gathering) =>
        new(
            new RoundEvidence(
                query.Round, query.Slot, query.Moment, gathering.CompletedAt,
                gathering.Observations, [.. gathering.Bodies.Select(body => body.Hash)]),
            gathering.Bodies.ToImmutableDictionary(body => body.Hash, body => body.Bytes))
        {
            Configuration = query.Configuration,
        };

    /// <summary>What storage gives back for a re-decision.</summary>
    /// <exception cref="FormatException">A body is missing or does not have the hash it is stored under.</exception>
    public static RoundInputs Restore(RoundEvidence evidence, IEnumerable<ResponseBody> bodies)
    {
        var stored = bodies.ToLookup(body => body.Hash, body => body.Bytes);
        // Only what evidence names: a body that was not there must not decide now.
        return new RoundInputs(evidence, evidence.Bodies.Distinct().ToImmutableDictionary(
            hash => hash,
            hash => stored[hash].Where(bytes => Digest.Of(bytes.Span) == hash).Take(1).ToList() is [var found]
                ? found
                : throw new FormatException($"The body {hash} of round {evidence.Round} is missing or altered.")));
    }
}
