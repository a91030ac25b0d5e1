using System.Collections.Immutable;
using System.Diagnostics;
using Aura.Engine.Canon;
using Aura.Engine.Market;
using Aura.Engine.Nodes;

namespace Aura.Engine.Consensus;

/// <summary>The counted observations of a round and the bodies they name.</summary>
/// <param name="Observations">Counted observations, sorted by node.</param>
/// <param name="Bodies">Raw bodies by SHA-256.</param>
/// <param name="Moment">The market's clock at the round.</param>
/// <param name="CompletedAt">When gathering ended, UTC.</param>
public sealed record RoundVotes(
    ImmutableArray<Observation> Observations,
    ImmutableDictionary<Digest, ReadOnlyMemory<byte>> Bodies,
    MarketMoment Moment,
    DateTimeOffset CompletedAt)
{
    /// <summary>The votes about a source as they were cast.</summary>
    public ImmutableArray<Vote> About(SourceId source) => Vote.About(source, Observations);

    /// <summary>The votes about a source, each with what the node's own body says.</summary>
    public ImmutableArray<Vote> ReadAbout(SourceRule source)
    {
        // Most nodes receive the same body, and a body is read once.
        var readings = new Dictionary<Digest, Reading>();
        return [.. About(source.Id).Select(vote => vote is Vote.Received received ? Read(received) : vote)];

        Vote Read(Vote.Received received)
        {
            if (!readings.TryGetValue(received.Body, out var reading))
                readings[received.Body] = reading = this.Read(source, received.Body);
            return reading switch
            {
                Reading.Quoted quoted => new Vote.Stated(received.Node, received.Body, quoted.Quote),
                Reading.Refused refused => new Vote.Failed(received.Node, received.Body, refused.Code),
                _ => throw new UnreachableException(),
            };
        }
    }

    /// <summary>What a body says; one that evidence lacks is empty, which every parser refuses as malformed.</summary>
    public Reading Read(SourceRule source, Digest body) =>
        BodyParsers.Read(source, Bodies.GetValueOrDefault(body), Moment.Time);
}
