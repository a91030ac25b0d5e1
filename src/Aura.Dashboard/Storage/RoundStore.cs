using System.Globalization;
using Aura.Dashboard.Storage.Postgres;
using Aura.Engine.Audit;
using Aura.Engine.Canon;
using Aura.Engine.Rounds;
using Microsoft.EntityFrameworkCore;

namespace Aura.Dashboard.Storage;

/// <summary>
/// The engine's port to the database, in plain SQL on the connection and transaction of the context: EF's change
/// tracking is five to twelve times slower here, and the statements are the contract. Both dialects read them.
/// </summary>
internal sealed class RoundStore(IDbContextFactory<AuraDbContext> contexts, TimeProvider time) : IRoundStore, IDisposable
{
    // One statement, so that state, ledger end and prior answer stem from one moment.
    private const string LoadSql = """
        SELECT s."Sequence", s."Hash", s."Bytes", c."BodyDigest", c."Answer"
        FROM (SELECT 1 AS one) AS o
        LEFT JOIN "States" s ON s."Id" = 1
        LEFT JOIN "Commands" c ON c."CommandId" = @commandId
        """;

    // The head is read by the same statement that claims, so that the claim names the round after it.
    private const string ClaimSql = """
        INSERT INTO "Slots" ("SlotTicks", "Round", "LeaseEndsTicks", "Completed")
        SELECT @slot, COALESCE((SELECT MAX("Number") FROM "Rounds"), 0) + 1, @leaseEnds, @completed
        WHERE NOT EXISTS (SELECT 1 FROM "Slots" WHERE "SlotTicks" >= @slot)
        ON CONFLICT ("SlotTicks") DO NOTHING
        """;

    // One commit after the other, on a connection that stays open with its statements prepared.
    private readonly SemaphoreSlim _writer = new(1, 1);
    private Statements? _statements;

    // A rule set is written once; rendering it again for every round would be the dearest part of a commit.
    private Digest? _storedRules;

    public async Task<EngineSnapshot> LoadAsync(Guid? commandId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Database.OpenConnectionAsync(cancellationToken);
        await using var command = Sql.Command(context, null, LoadSql, ("commandId", commandId?.ToString() ?? string.Empty));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var (state, head) = reader.IsDBNull(0)
            ? (EngineState.Initial, LedgerHead.Empty)
            : (EngineState.Parse(reader.GetFieldValue<byte[]>(2)),
                new LedgerHead(reader.GetInt64(0), Digest.Parse(reader.GetString(1))));
        var prior = reader.IsDBNull(3)
            ? null
            : new PriorAnswer(
                Digest.Parse(reader.GetString(3)), CommandAnswer.Parse(reader.GetFieldValue<byte[]>(4)));
        return new EngineSnapshot(state, head, prior);
    }

    public async Task<RoundNumber?> ClaimSlotAsync(Slot slot, TimeSpan lease, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        int claimed = await Sql.ExecuteAsync(
            context, transaction, ClaimSql,
            ("slot", slot.Instant.UtcTicks), ("leaseEnds", (time.GetUtcNow() + lease).UtcTicks), ("completed", false));
        if (claimed == 0)
            return null;

        await using var read = Sql.Command(
            context, transaction, """SELECT "Round" FROM "Slots" WHERE "SlotTicks" = @slot""",
            ("slot", slot.Instant.UtcTicks));
        object? round = await read.ExecuteScalarAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new RoundNumber(Convert.ToInt64(round, CultureInfo.InvariantCulture));
    }

    public async Task<Arrears> LoadArrearsAsync(Slot before, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await ArrearsReader.ReadAsync(context, before, now, cancellationToken);
    }

    public async Task<CommitResult> CommitAsync(IReadOnlyList<Commit> commits, long expectedSequence)
    {
        await _writer.WaitAsync();
        try
        {
            return await StorageFull.TranslateAsync(() => WriteAsync(commits, expectedSequence));
        }
        finally
        {
            _writer.Release();
        }
    }

    public void Dispose()
    {
        _statements?.Dispose();
        _writer.Dispose();
    }

    private async Task<CommitResult> WriteAsync(IReadOnlyList<Commit> commits, long expectedSequence)
    {
        var statements = _statements ?? await Statements.OpenAsync(contexts);
        // Whatever fails, the next commit begins with a connection of which nothing is in doubt.
        _statements = null;
        try
        {
            var result = await WriteAsync(statements, commits, expectedSequence);
            _statements = statements;
            return result;
        }
        finally
        {
            if (_statements is null)
                statements.Dispose();
        }
    }

    private async Task<CommitResult> WriteAsync(Statements statements, IReadOnlyList<Commit> commits, long expectedSequence)
    {
        await using var transaction = await statements.Context.Database.BeginTransactionAsync();
        var last = commits[^1];
        if (!await AdvanceAsync(statements, last, expectedSequence))
            return CommitResult.LedgerMovedOn;
        foreach (var commit in commits)
            if (await Endings.TryEndAsync(statements, commit))
                await WriteAsync(statements, commit);
            else
                return CommitResult.AlreadyEnded;

        await LedgerNotifications.SendAsync(statements.Context, last.Entry.Entry.Sequence);
        await transaction.CommitAsync();
        _storedRules = last.Entry.Entry.Configuration;
        return CommitResult.Committed;
    }

    private async Task WriteAsync(Statements statements, Commit commit)
    {
        await WriteDecisionAsync(statements, commit);
        if (commit is Commit.OfRound round)
            await WriteRoundAsync(statements, round);
        if (commit is Commit.OfCommand command)
            await statements.ExecuteAsync(
                """INSERT INTO "Commands" ("CommandId", "BodyDigest", "Answer") VALUES (@id, @body, @answer)""",
                ("id", command.Answer.Answer.CommandId.ToString()), ("body", command.Answer.BodyDigest.Hex),
                ("answer", command.Outcome.ToArray()));
    }

    public Task KeepRefusalAsync(PriorAnswer answer, string actorId, DateTimeOffset at) =>
        StorageFull.TranslateAsync(() => WriteRefusalAsync(answer, actorId, at));

    private async Task<int> WriteRefusalAsync(PriorAnswer answer, string actorId, DateTimeOffset at)
    {
        await using var context = await contexts.CreateDbContextAsync();
        await context.Database.OpenConnectionAsync();
        return await Sql.ExecuteAsync(
            context, null,
            """
            INSERT INTO "Commands" ("CommandId", "BodyDigest", "Answer", "RefusedActor", "RefusedTicks")
            VALUES (@id, @body, @answer, @actor, @at) ON CONFLICT ("CommandId") DO NOTHING
            """,
            ("id", answer.Answer.CommandId.ToString()), ("body", answer.BodyDigest.Hex),
            ("answer", answer.Answer.ToBytes()), ("actor", actorId), ("at", at.UtcTicks));
    }

    // The one row that every commit replaces is also the lock between processes: only who still finds the expected
    // sequence goes on. Events are up to date only where they were before: what another version left out is still to be read.
    private static async Task<bool> AdvanceAsync(
        Statements statements, Commit commit, long expectedSequence)
    {
        string sql = expectedSequence == 0
            ? """
              INSERT INTO "States" ("Id", "Sequence", "Hash", "Bytes", "EventsTo")
              VALUES (1, @sequence, @hash, @bytes, @sequence)
              ON CONFLICT ("Id") DO NOTHING
              """
            : """
              UPDATE "States" SET "Sequence" = @sequence, "Hash" = @hash, "Bytes" = @bytes,
                "EventsTo" = CASE WHEN "EventsTo" = @expected THEN @sequence ELSE "EventsTo" END
              WHERE "Id" = 1 AND "Sequence" = @expected
              """;
        return await statements.ExecuteAsync(
            sql,
            ("sequence", commit.Entry.Entry.Sequence), ("hash", commit.Entry.Hash.Hex),
            ("bytes", commit.State.ToBytes()), ("expected", expectedSequence)) == 1;
    }

    private async Task WriteDecisionAsync(
        Statements statements, Commit commit)
    {
        var entry = commit.Entry;
        await statements.ExecuteAsync(
            """INSERT INTO "Ledger" ("Sequence", "Hash", "Bytes") VALUES (@sequence, @hash, @bytes)""",
            ("sequence", entry.Entry.Sequence), ("hash", entry.Hash.Hex), ("bytes", entry.Bytes.ToArray()));
        await MerkleStore.AppendAsync(statements, entry.Entry.Sequence, entry.Bytes);
        if (entry.Entry.Sequence % StateArchive.Period == 0)
            await statements.ExecuteAsync(
                """INSERT INTO "StateSnapshots" ("Sequence", "Bytes") VALUES (@sequence, @bytes)""",
                ("sequence", entry.Entry.Sequence), ("bytes", commit.State.ToBytes()));
        if (_storedRules != entry.Entry.Configuration)
            await WriteRulesAsync(statements, commit);
        await WriteDocumentAsync(statements, entry.Entry.Evidence, commit.Evidence);
        if (entry.Entry.Outcome is { } outcome)
            await WriteDocumentAsync(statements, outcome, commit.Outcome);
        await LedgerEvents.WriteAsync(statements, entry.Entry, commit.Evidence, commit.Outcome);
        await IncidentSteps.WriteAsync(statements, commit);
    }

    private static Task<int> WriteRulesAsync(Statements statements, Commit commit)
    {
        long firstRound = commit is Commit.OfRound round ? round.Report.Round.Value : commit.State.Round.Next.Value;
        return statements.ExecuteAsync(
            """
            INSERT INTO "RuleSets" ("Digest", "Bytes", "FirstRound") VALUES (@digest, @bytes, @firstRound)
            ON CONFLICT ("Digest") DO NOTHING
            """,
            ("digest", commit.Entry.Entry.Configuration.Hex), ("bytes", commit.Rules.ToBytes()),
            ("firstRound", firstRound));
    }

    private static Task<int> WriteDocumentAsync(
        Statements statements, Digest digest, ReadOnlyMemory<byte> bytes) =>
        statements.ExecuteAsync(
            """INSERT INTO "Documents" ("Digest", "Bytes") VALUES (@digest, @bytes) ON CONFLICT ("Digest") DO NOTHING""",
            ("digest", digest.Hex), ("bytes", bytes.ToArray()));

    private static async Task WriteRoundAsync(
        Statements statements, Commit.OfRound round)
    {
        foreach (var body in round.Bodies)
            await statements.ExecuteAsync(
                """INSERT INTO "Bodies" ("Hash", "Bytes") VALUES (@hash, @bytes) ON CONFLICT ("Hash") DO NOTHING""",
                ("hash", body.Hash.Hex), ("bytes", body.Bytes.ToArray()));
        await statements.ExecuteAsync(
            """
            INSERT INTO "Rounds" ("Number", "Sequence", "SlotTicks", "Report") VALUES (@number, @sequence, @slot, @report)
            """,
            ("number", round.Report.Round.Value), ("sequence", round.Entry.Entry.Sequence),
            ("slot", round.Report.Slot.Instant.UtcTicks), ("report", round.Entry.Entry.Outcome.GetValueOrDefault().Hex));
    }
}
