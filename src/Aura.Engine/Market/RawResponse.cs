namespace Aura.Engine.Market;

/// <summary>What came back from a source: raw bytes, or a failure before any byte could be judged.</summary>
/// <param name="Status">The HTTP status; null when there was no response.</param>
/// <param name="Body">The raw body; empty on failure.</param>
/// <param name="Failure"><see cref="RefusalCode.None"/> when there is a body to judge.</param>
/// <param name="ReceivedAt">Computed in Simulated and Replay (slot plus seeded delay), measured in Live; UTC.</param>
public sealed record RawResponse(
    int? Status, ReadOnlyMemory<byte> Body, RefusalCode Failure, DateTimeOffset ReceivedAt)
{
    /// <summary>Whether a key was taken out of the body, so that its hash is not that of the bytes which were sent.</summary>
    public bool IsRedacted { get; init; }

    /// <summary>No usable response.</summary>
    public static RawResponse Failed(RefusalCode failure, DateTimeOffset receivedAt, int? status = null) =>
        new(status, ReadOnlyMemory<byte>.Empty, failure, receivedAt);
}
