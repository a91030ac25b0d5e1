namespace Aura.Engine.Market;

/// <summary>A body without the keys that were looked for.</summary>
/// <param name="Body">The bytes; those of the original when nothing was removed.</param>
/// <param name="Removed">How many passages were replaced by <see cref="BodyRedaction.Marker"/>.</param>
public sealed record RedactedBody(ReadOnlyMemory<byte> Body, int Removed)
{
    /// <summary>Whether the bytes differ from what the vendor sent, so that their hash is another one.</summary>
    public bool IsRedacted => Removed > 0;
}
