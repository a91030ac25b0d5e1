namespace Aura.Dashboard.Sources.Replay;

/// <summary>The rows of the replayed file, read once at start.</summary>
internal sealed record ReplayRows(IReadOnlyList<ReplayRow> Rows)
{
    /// <summary>Not in Replay.</summary>
    public static ReplayRows None { get; } = new([]);
}
