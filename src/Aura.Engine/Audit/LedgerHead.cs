using Aura.Engine.Canon;

namespace Aura.Engine.Audit;

/// <summary>The end of the chain.</summary>
/// <param name="Sequence">The sequence of the last entry; 0 before the first.</param>
/// <param name="Hash">Its hash; all zeros before the first.</param>
public sealed record LedgerHead(long Sequence, Digest Hash)
{
    /// <summary>Before the first entry.</summary>
    public static LedgerHead Empty { get; } = new(0, default);
}
