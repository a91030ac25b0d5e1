using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Aura.Engine.Canon;

namespace Aura.Engine.Nodes;

/// <summary>
/// Everything one node saw in one round. It is signed over its canonical bytes, which bind the configuration, the
/// round and the slot: an observation cannot be replayed elsewhere.
/// </summary>
/// <param name="Configuration">The digest of the rule set that the node observed under.</param>
/// <param name="Round">The round.</param>
/// <param name="Slot">The slot.</param>
/// <param name="Node">The observer.</param>
/// <param name="Sources">Sorted by source, each once.</param>
public sealed record Observation(
    Digest Configuration, RoundNumber Round, Slot Slot, NodeId Node, ImmutableArray<ObservedSource> Sources)
{
    /// <summary>The document's name and version.</summary>
    [JsonRequired]
    public string Schema
    {
        get;
        init => field = DocumentSchema.Checked(value, DocumentSchema.Observation);
    } = DocumentSchema.Observation;

    /// <summary>The canonical bytes that the node signs.</summary>
    public byte[] ToBytes() => CanonicalJson.Serialize(this, NodesJson.Default.Observation);
}
