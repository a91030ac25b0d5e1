using Aura.Engine.Audit;

namespace Aura.Engine.Rounds;

/// <summary>What the engine reads before a decision, all from one moment.</summary>
/// <param name="State">The state.</param>
/// <param name="Head">The ledger's end, which the commit must still find.</param>
/// <param name="Prior">The answer that the command already has; null for a new one or a round.</param>
public sealed record EngineSnapshot(EngineState State, LedgerHead Head, PriorAnswer? Prior);
