using Aura.Engine.Audit;
using Aura.Engine.Publishing;
using Aura.Engine.Rounds;

namespace Aura.Dashboard.Publishing.Live;

/// <summary>A round with everything that a person may ask about it.</summary>
/// <param name="Report">What it decided.</param>
/// <param name="Entry">Where the ledger records it.</param>
/// <param name="Rules">The rule set that it was decided under.</param>
/// <param name="Tally">How its nodes voted.</param>
public sealed record ExaminedRound(RoundReport Report, LedgerEntry Entry, RuleSet Rules, RoundTally Tally);
