namespace Aura.Dashboard.Storage.Rows;

/// <summary>The one answer to a command id.</summary>
internal sealed class CommandRow
{
    public required string CommandId { get; init; }

    public required string BodyDigest { get; init; }

    public required byte[] Answer { get; init; }
}
