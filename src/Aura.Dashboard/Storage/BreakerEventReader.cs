using System.Diagnostics;
using Aura.Dashboard.Queries;
using Aura.Dashboard.Storage.Rows;
using Aura.Engine.Audit;
using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Publishing;
using Aura.Engine.Rounds;

namespace Aura.Dashboard.Storage;

/// <summary>Reads from an entry's documents what it says about a breaker.</summary>
internal static class BreakerEventReader
{
    /// <summary>The documents that tell: the evidence of a round does not, and is its largest.</summary>
    public static IEnumerable<Digest> Needs(LedgerEntry entry) => entry.Kind switch
    {
        EntryKind.Round => [entry.Outcome.GetValueOrDefault()],
        EntryKind.Command => [entry.Evidence, entry.Outcome.GetValueOrDefault()],
        EntryKind.Notice => [entry.Evidence],
        _ => throw new UnreachableException(),
    };

    public static BreakerEvent Read(
        LedgerEventRow row, LedgerEntry entry, IReadOnlyDictionary<Digest, byte[]> documents)
    {
        try
        {
            return entry.Kind switch
            {
                EntryKind.Round => Changed(
                    row, entry, RoundReport.Parse(documents[entry.Outcome.GetValueOrDefault()]).Transitions
                        .First(change => string.Equals(change.Scope.Value, row.Scope, StringComparison.Ordinal))),
                EntryKind.Command => OfCommand(
                    row, entry, CommandEvidence.Parse(documents[entry.Evidence]).Command,
                    CommandAnswer.Parse(documents[entry.Outcome.GetValueOrDefault()])),
                EntryKind.Notice => OfNotice(row, entry, NoticeEvidence.Parse(documents[entry.Evidence]).Notice),
                _ => throw new UnreachableException(),
            };
        }
        catch (Exception damaged) when (damaged is FormatException or KeyNotFoundException or InvalidOperationException)
        {
            // That something happened is known; the page must not fall over what can no longer be read.
            return Found(row, entry, $"The documents of entry {entry.Sequence} cannot be read; verify the ledger.");
        }
    }

    private static BreakerEvent OfCommand(
        LedgerEventRow row, LedgerEntry entry, OperatorCommand command, CommandAnswer answer) =>
        (answer.Transition is { } change && row.Kind is LedgerEventKind.Changed
            ? Changed(row, entry, change)
            : Found(row, entry, answer.Reason ?? command.Reason)) with
        {
            Asked = command.Kind,
            Cause = answer.Transition?.Cause ?? command.Cause,
            ActorId = command.Actor.Id,
            ReasonCode = command.ReasonCode,
            // A judgement names the round of the trip in place of a version; other answers name neither.
            Version = CommandDecision.ChangesNoBreaker(command.Kind) ? null : row.Number ?? command.ExpectedVersion,
            Round = command.Kind is CommandKind.JudgeFalse ? new RoundNumber(command.ExpectedVersion) : null,
            Refusal = answer.Refusal,
            Stated = answer.Reason is null ? null : command.Reason,
            ExpiresAt = row.Kind is LedgerEventKind.ResetRequested ? answer.Request?.ExpiresAt : null,
        };

    private static BreakerEvent OfNotice(LedgerEventRow row, LedgerEntry entry, Notice notice) =>
        Found(row, entry, notice.Sentence) with
        {
            Cause = row.Kind is LedgerEventKind.Changed ? BreakerCause.LedgerVerification : null,
            ActorId = notice is Notice.RefusalsSummarised refused ? refused.ActorId : null,
        };

    private static BreakerEvent Changed(LedgerEventRow row, LedgerEntry entry, Transition change) =>
        Found(row, entry, change.Detail) with
        {
            Cause = change.Cause,
            Round = change.Round,
            ActorId = change.Command?.ActorId,
            ReasonCode = change.Command?.ReasonCode,
            RequestedBy = change.Requested?.ActorId,
        };

    private static BreakerEvent Found(LedgerEventRow row, LedgerEntry entry, string words) =>
        new(entry.Sequence, entry.At, row.Scope.Length == 0 ? null : Scope.Parse(row.Scope), row.Kind, words)
        {
            From = row.From,
            To = row.To,
            Version = row.Number,
        };
}
