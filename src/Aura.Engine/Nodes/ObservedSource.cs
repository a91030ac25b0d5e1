using System.Text.Json.Serialization;
using Aura.Engine.Canon;
using Aura.Engine.Market;

namespace Aura.Engine.Nodes;

/// <summary>What one node saw of one source: a body by its hash, or a failure.</summary>
/// <param name="Source">The source.</param>
/// <param name="BodyHash">SHA-256 of the raw body; null when nothing arrived.</param>
/// <param name="Failure"><see cref="RefusalCode.None"/> when the body may be judged.</param>
/// <param name="Status">The HTTP status; null when there was no response.</param>
/// <param name="ReceivedAt">When the answer was complete, UTC.</param>
public sealed record ObservedSource(
    SourceId Source, Digest? BodyHash, RefusalCode Failure, int? Status, DateTimeOffset ReceivedAt)
{
    /// <summary>
    /// True when a key that the vendor repeated was taken out before the body was hashed; null, and not written, for
    /// bytes exactly as they came.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Redacted { get; init; }
}
