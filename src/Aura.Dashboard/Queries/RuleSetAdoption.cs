using Aura.Engine.Canon;

namespace Aura.Dashboard.Queries;

/// <summary>One time that a rule set came into force.</summary>
/// <param name="RuleSet">Its digest.</param>
/// <param name="FirstRound">The first round that was, or would be, decided under it.</param>
/// <param name="At">When the ledger named it; for ledgers that did not yet, the slot of the first round. Null before that.</param>
/// <param name="Sequence">The entry that named it; null in ledgers that did not yet.</param>
internal sealed record RuleSetAdoption(Digest RuleSet, RoundNumber FirstRound, DateTimeOffset? At, long? Sequence);
