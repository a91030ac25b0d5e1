using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Aura.Engine.Canon;
using Aura.Engine.Market;
using Aura.Engine.Nodes;

namespace Aura.Engine.Rounds;

/// <summary>Everything that came from outside in one round; bodies stand beside it, each once under its SHA-256.</summary>
/// <param name="Round">The round.</param>
/// <param name="Slot">Its slot.</param>
/// <param name="Moment">The market's clock.</param>
/// <param name="CompletedAt">When the observations were complete, UTC.</param>
/// <param name="Observations">Sorted by node.</param>
/// <param name="Bodies">The hashes of all bodies, sorted.</param>
public sealed record RoundEvidence(
    RoundNumber Round, Slot Slot, MarketMoment Moment, DateTimeOffset CompletedAt,
    ImmutableArray<AttributedObservation> Observations, ImmutableArray<Digest> Bodies)
{
    /// <summary>The document's name and version.</summary>
    [JsonRequired]
    public string Schema
    {
        get;
        init => field = DocumentSchema.Checked(value, DocumentSchema.Evidence);
    } = DocumentSchema.Evidence;

    /// <summary>The canonical bytes whose digest the ledger entry names as the evidence.</summary>
    public byte[] ToBytes() => CanonicalJson.Serialize(this, RoundsJson.Default.RoundEvidence);

    /// <summary>Reads evidence back.</summary>
    /// <exception cref="FormatException">The bytes are not evidence.</exception>
    public static RoundEvidence Parse(ReadOnlySpan<byte> bytes) =>
        CanonicalJson.Deserialize(bytes, RoundsJson.Default.RoundEvidence);
}
