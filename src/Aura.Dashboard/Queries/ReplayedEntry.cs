using Aura.Engine.Audit;
using Aura.Engine.Rounds;

namespace Aura.Dashboard.Queries;

/// <summary>One entry of the ledger after it was decided again.</summary>
/// <param name="Stored">As it lies in the database.</param>
/// <param name="Entry">Its fields; null when they cannot be read.</param>
/// <param name="Evidence">The document that it names as evidence.</param>
/// <param name="Outcome">The document that it names as outcome; empty for a notice.</param>
/// <param name="State">The state after it; null when it does not hold.</param>
/// <param name="Fault">Why it does not hold, in one sentence; null when it does.</param>
internal sealed record ReplayedEntry(
    StoredEntry Stored, LedgerEntry? Entry, ReadOnlyMemory<byte> Evidence, ReadOnlyMemory<byte> Outcome,
    EngineState? State, string? Fault);
