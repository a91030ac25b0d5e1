namespace Aura.Engine.Rounds;

/// <summary>Somebody else wrote to the ledger at every attempt to commit; the same may be tried again.</summary>
public sealed class LedgerMovedOnException(int attempts)
    : InvalidOperationException($"The ledger moved on at each of {attempts} attempts to commit.");
