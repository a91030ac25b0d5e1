using System.Diagnostics;
using Aura.Dashboard.Queries;
using Aura.Dashboard.Storage.Rows;
using Aura.Engine.Audit;
using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Publishing;
using Aura.Engine.Rounds;

namespace Aura.Dashboard.Storage;

/// <summary>
/// Finds in an entry what people look for later, from the bytes that it names: the same for an entry that is being
/// committed and for one of years ago. Almost every round says nothing, and is not even parsed.
/// </summary>
internal static class LedgerEvents
{
    // Reports are canonical: an empty list is written in exactly one way.
    private static ReadOnlySpan<byte> NoTransitions => "\"transitions\":[]"u8;

    private const string InsertSql = """
        INSERT INTO "LedgerEvents" ("Sequence", "Scope", "Kind", "AtTicks", "From", "To", "Number")
        VALUES (@sequence, @scope, @kind, @at, @from, @to, @number)
        ON CONFLICT ("Sequence", "Scope") DO NOTHING
        """;

    private const string LastSystemChangeSql = """
        SELECT "To", "Number" FROM "LedgerEvents"
        WHERE "Scope" = @scope AND "Kind" = @kind AND "Sequence" < @sequence ORDER BY "Sequence" DESC LIMIT 1
        """;

    private const string NextRoundSql = """
        SELECT COALESCE(MAX("Number"), 0) + 1 FROM "Rounds" WHERE "Sequence" < @sequence
        """;

    /// <summary>Writes what an entry says; in order of the ledger, since one entry may need what an earlier one said.</summary>
    public static async Task WriteAsync(
        Statements statements, LedgerEntry entry, ReadOnlyMemory<byte> evidence, ReadOnlyMemory<byte> outcome)
    {
        foreach (var row in await FindAsync(statements, entry, evidence, outcome))
            await statements.ExecuteAsync(
                InsertSql,
                ("sequence", row.Sequence), ("scope", row.Scope), ("kind", row.Kind.ToString()), ("at", row.AtTicks),
                ("from", Written(row.From)), ("to", Written(row.To)), ("number", (object?)row.Number ?? DBNull.Value));
    }

    private static async Task<IEnumerable<LedgerEventRow>> FindAsync(
        Statements statements, LedgerEntry entry, ReadOnlyMemory<byte> evidence, ReadOnlyMemory<byte> outcome) =>
        entry.Kind switch
        {
            EntryKind.Round when outcome.Span.IndexOf(NoTransitions) >= 0 => [],
            EntryKind.Round => RoundReport.Parse(outcome.Span).Transitions.Select(change => Changed(entry, change)),
            EntryKind.Command => [OfCommand(entry, CommandEvidence.Parse(evidence.Span), CommandAnswer.Parse(outcome.Span))],
            EntryKind.Notice => await OfNoticeAsync(statements, entry, NoticeEvidence.Parse(evidence.Span).Notice),
            _ => throw new UnreachableException(),
        };

    private static LedgerEventRow OfCommand(LedgerEntry entry, CommandEvidence evidence, CommandAnswer answer) =>
        answer switch
        {
            { Proposal: not null } => Row(entry, string.Empty, answer.Status switch
            {
                CommandStatus.ApprovalRequested => LedgerEventKind.ThresholdsProposed,
                CommandStatus.Executed => LedgerEventKind.ThresholdsApproved,
                CommandStatus.Declined => LedgerEventKind.ThresholdsDeclined,
                _ => throw new UnreachableException(),
            }),
            { Status: CommandStatus.Executed, Transition: { } change } => Changed(entry, change),
            { Status: CommandStatus.Executed } => Row(entry, ScopeOf(evidence.Command, answer).Value, evidence.Command.Kind switch
            {
                CommandKind.Acknowledge => LedgerEventKind.Acknowledged,
                CommandKind.Silence => LedgerEventKind.Silenced,
                CommandKind.EndSilence => LedgerEventKind.SilenceEnded,
                CommandKind.JudgeFalse => LedgerEventKind.JudgedFalse,
                CommandKind.StartDrill => LedgerEventKind.DrillStarted,
                CommandKind.EndDrill => LedgerEventKind.DrillEnded,
                _ => throw new UnreachableException(),
            }),
            _ => Row(entry, evidence.Command.Scope.Value, answer.Status switch
            {
                CommandStatus.NoOp => LedgerEventKind.TrippedAgain,
                CommandStatus.ApprovalRequested => LedgerEventKind.ResetRequested,
                CommandStatus.Declined => LedgerEventKind.Declined,
                CommandStatus.Refused => LedgerEventKind.Refused,
                CommandStatus.Reviewed => LedgerEventKind.Reviewed,
                _ => throw new UnreachableException(),
            }),
        };

    // An answer to an incident names the incident, and that its breaker.
    private static Scope ScopeOf(OperatorCommand command, CommandAnswer answer) =>
        answer.Incident?.Scope ?? answer.Silence?.Scope ?? command.Scope;

    private static async Task<IEnumerable<LedgerEventRow>> OfNoticeAsync(
        Statements statements, LedgerEntry entry, Notice notice) => notice switch
        {
            Notice.RefusalsSummarised => [Row(entry, string.Empty, LedgerEventKind.RefusalsSummarised)],
            Notice.RuleSetChanged => [Row(entry, string.Empty, LedgerEventKind.RulesAdopted, await NextRoundAsync(statements, entry))],
            // A notice keeps no transition of its own; that the state differs after it says that there was one.
            Notice.LedgerContradicted when entry.StateAfter != entry.StateBefore =>
                [await HaltedAsync(statements, entry, BreakerState.Isolated)],
            Notice.LedgerDamaged when entry.StateAfter != entry.StateBefore =>
                [await HaltedAsync(statements, entry, BreakerState.Open)],
            _ => [],
        };

    private static async Task<LedgerEventRow> HaltedAsync(Statements statements, LedgerEntry entry, BreakerState to)
    {
        await using var reader = await statements.Command(
            LastSystemChangeSql, ("scope", Scope.System.Value), ("kind", nameof(LedgerEventKind.Changed)),
            ("sequence", entry.Sequence)).ExecuteReaderAsync();
        var (from, version) = await reader.ReadAsync()
            ? (Enum.Parse<BreakerState>(reader.GetString(0)), reader.GetInt64(1))
            : (BreakerState.Closed, BreakerRecord.Initial(Scope.System).Version);
        return Changed(entry, Scope.System, from, to, version + 1);
    }

    private static async Task<long> NextRoundAsync(Statements statements, LedgerEntry entry) =>
        Convert.ToInt64(
            await statements.Command(NextRoundSql, ("sequence", entry.Sequence)).ExecuteScalarAsync(),
            System.Globalization.CultureInfo.InvariantCulture);

    private static LedgerEventRow Changed(LedgerEntry entry, Transition change) =>
        Changed(entry, change.Scope, change.From, change.To, change.Version);

    private static LedgerEventRow Changed(
        LedgerEntry entry, Scope scope, BreakerState from, BreakerState to, long version) =>
        new()
        {
            Sequence = entry.Sequence,
            Scope = scope.Value,
            Kind = LedgerEventKind.Changed,
            AtTicks = entry.At.UtcTicks,
            From = from,
            To = to,
            Number = version,
        };

    private static LedgerEventRow Row(LedgerEntry entry, string scope, LedgerEventKind kind, long? number = null) =>
        new() { Sequence = entry.Sequence, Scope = scope, Kind = kind, AtTicks = entry.At.UtcTicks, Number = number };

    private static object Written(BreakerState? state) => state is { } known ? known.ToString() : DBNull.Value;
}
