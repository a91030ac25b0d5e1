namespace Aura.Dashboard.Storage.Rows;

/// <summary>Evidence, a report or an answer under its SHA-256. Never rewritten.</summary>
internal sealed class DocumentRow
{
    public required string Digest { get; init; }

    public required byte[] Bytes { get; init; }
}
