namespace Aura.Dashboard.Storage.Rows;

/// <summary>A raw vendor body, once per SHA-256. Never rewritten.</summary>
internal sealed class BodyRow
{
    public required string Hash { get; init; }

    public required byte[] Bytes { get; init; }
}
