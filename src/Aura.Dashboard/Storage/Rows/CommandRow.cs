namespace Aura.Dashboard.Storage.Rows;

/// <summary>The one answer to a command id.</summary>
internal sealed class CommandRow
{
    public required string CommandId { get; init; }

    public required string BodyDigest { get; init; }

    public required byte[] Answer { get; init; }

    /// <summary>Who was refused so often that the refusal waits for a summary; null for all that have an entry.</summary>
    public string? RefusedActor { get; init; }

    /// <summary>When that was, UTC ticks.</summary>
    public long? RefusedTicks { get; init; }
}
