using System.Diagnostics;
using Aura.Engine.Canon;
using Aura.Engine.Rounds;

namespace Aura.Dashboard.Storage;

/// <summary>
/// Gives a slot, or a sum of refusals, the ledger entry that ends it: exactly once, whoever else tries at the same time.
/// </summary>
internal static class Endings
{
    private const string EndSlotSql = """
        UPDATE "Slots" SET "Completed" = @completed, "EndedBySequence" = @sequence
        WHERE "SlotTicks" = @slot AND "EndedBySequence" IS NULL
        """;

    // One row for all of them, at the last: what lies before the latest slot is past.
    private const string MissSlotsSql = """
        INSERT INTO "Slots" ("SlotTicks", "Round", "LeaseEndsTicks", "Completed", "EndedBySequence")
        SELECT @last, 0, @last, @completed, @sequence
        WHERE NOT EXISTS (SELECT 1 FROM "Slots" WHERE "SlotTicks" BETWEEN @first AND @last)
        ON CONFLICT ("SlotTicks") DO NOTHING
        """;

    private const string SummariseSql = """
        UPDATE "Commands" SET "RefusedActor" = NULL, "RefusedTicks" = NULL
        WHERE "RefusedActor" = @actor AND "RefusedTicks" <= @last
        """;

    /// <summary>False when it has its ending already.</summary>
    public static Task<bool> TryEndAsync(Statements statements, Commit commit)
    {
        long sequence = commit.Entry.Entry.Sequence;
        return commit switch
        {
            Commit.OfRound round => EndSlotAsync(round.Report.Slot, completed: true),
            Commit.OfNotice { Notice: Notice.SlotAbandoned abandoned } => EndSlotAsync(abandoned.Slot, completed: false),
            Commit.OfNotice { Notice: Notice.SlotFailed failed } => EndSlotAsync(failed.Slot, completed: false),
            Commit.OfNotice { Notice: Notice.SlotsMissed missed } => IsAsync(1, MissSlotsSql,
                ("first", missed.First.Instant.UtcTicks), ("last", missed.Last.Instant.UtcTicks),
                ("completed", false), ("sequence", sequence)),
            Commit.OfNotice { Notice: Notice.RefusalsSummarised refused } => IsAsync(refused.Count, SummariseSql,
                ("actor", refused.ActorId), ("last", refused.Last.UtcTicks)),
            // They end neither a slot nor a sum.
            Commit.OfNotice or Commit.OfCommand => Task.FromResult(true),
            _ => throw new UnreachableException(),
        };

        Task<bool> EndSlotAsync(Slot slot, bool completed) => IsAsync(1, EndSlotSql,
            ("slot", slot.Instant.UtcTicks), ("completed", completed), ("sequence", sequence));

        async Task<bool> IsAsync(long expected, string sql, params (string, object)[] values) =>
            await statements.ExecuteAsync(sql, values) == expected;
    }
}
