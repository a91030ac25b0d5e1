using Aura.Engine.Audit;

namespace Aura.Dashboard.Queries;

/// <summary>How the ledger stands.</summary>
/// <param name="Entries">How many entries there are.</param>
/// <param name="Origin">The name that its checkpoints carry.</param>
/// <param name="Latest">The latest signed checkpoint; null before the first.</param>
/// <param name="SignedBy">The fingerprint of the key that signs; null before the first checkpoint.</param>
/// <param name="Contradiction">Why no checkpoint is signed, in one sentence; null when nothing stands against it.</param>
internal sealed record LedgerStatus(
    long Entries, string Origin, Checkpoint? Latest, string? SignedBy, string? Contradiction);
