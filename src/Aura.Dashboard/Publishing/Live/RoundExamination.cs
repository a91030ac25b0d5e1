using Aura.Dashboard.Queries;
using Aura.Engine.Audit;
using Aura.Engine.Canon;
using Aura.Engine.Rounds;

namespace Aura.Dashboard.Publishing.Live;

/// <summary>Reads a round back from the ledger and counts its votes again.</summary>
internal sealed class RoundExamination(IRoundHistory history, ILedgerArchive archive)
{
    /// <summary>Null when the round was not decided.</summary>
    /// <exception cref="FormatException">What is stored is not what was recorded.</exception>
    public async Task<ExaminedRound?> OfAsync(RoundNumber round, CancellationToken cancellationToken)
    {
        if (await history.FindAsync(round, cancellationToken) is not { } report
            || await archive.OfRoundAsync(round, cancellationToken) is not { } stored)
            return null;

        var entry = LedgerEntry.Parse(stored.Bytes.Span);
        var rules = await archive.RuleSetAsync(entry.Configuration, cancellationToken);
        var document = await archive.DocumentAsync(entry.Evidence, cancellationToken);
        var evidence = RoundEvidence.Parse(document.Span);
        var inputs = RoundInputs.Restore(evidence, await archive.BodiesAsync(evidence.Bodies, cancellationToken));
        return new ExaminedRound(report, entry, rules, RoundTally.Of(rules, inputs));
    }
}
