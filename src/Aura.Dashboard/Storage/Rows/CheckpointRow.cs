namespace Aura.Dashboard.Storage.Rows;

/// <summary>
/// A signed checkpoint as its exact bytes. Never rewritten. The digest of the note belongs to the key because one text may
/// be signed anew, by a key that replaces another or by a second host; another root of the same size never gets in.
/// </summary>
internal sealed class CheckpointRow
{
    public required string Origin { get; init; }

    public long Size { get; init; }

    public required string Digest { get; init; }

    public required string Root { get; init; }

    public required byte[] Note { get; init; }

    public long AtTicks { get; init; }
}
