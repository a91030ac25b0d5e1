namespace Aura.Dashboard.Storage.Rows;

/// <summary>A rule set that has decided something. Never rewritten.</summary>
internal sealed class RuleSetRow
{
    public required string Digest { get; init; }

    public required byte[] Bytes { get; init; }

    /// <summary>The first round that could be decided under it.</summary>
    public long FirstRound { get; init; }
}
