using Aura.Engine.Audit;
using Microsoft.EntityFrameworkCore;

namespace Aura.Dashboard.Storage;

/// <summary>Finds in entries that were committed before the table existed what every commit now writes beside its own.</summary>
internal sealed partial class LedgerEventsPreparation(
    IDbContextFactory<AuraDbContext> contexts, ILogger<LedgerEventsPreparation> logger)
{
    private const int Batch = 500;

    private const string AdvanceSql = """UPDATE "States" SET "EventsTo" = @to WHERE "Id" = 1 AND "EventsTo" < @to""";

    public async Task RunAsync()
    {
        using var statements = await Statements.OpenAsync(contexts);
        if (await statements.Context.States.AsNoTracking().SingleOrDefaultAsync() is not { } state)
            return;

        for (long done = state.EventsTo; done < state.Sequence; done = await ReadAsync(statements, done))
            Log.Reading(logger, done + 1, state.Sequence);
    }

    // In transactions of their own: a start that is cut short goes on where it stopped.
    private static async Task<long> ReadAsync(Statements statements, long done)
    {
        var context = statements.Context;
        var entries = await context.Ledger.AsNoTracking()
            .Where(row => row.Sequence > done)
            .OrderBy(row => row.Sequence)
            .Take(Batch)
            .Select(row => row.Bytes)
            .ToListAsync();
        await using var transaction = await context.Database.BeginTransactionAsync();
        foreach (var entry in entries.Select(bytes => LedgerEntry.Parse(bytes)))
        {
            // The evidence of a round is its dearest document, and says nothing that is looked for.
            var evidence = entry.Kind is EntryKind.Round ? [] : await DocumentAsync(context, entry.Evidence.Hex);
            var outcome = entry.Outcome is { } named ? await DocumentAsync(context, named.Hex) : [];
            await LedgerEvents.WriteAsync(statements, entry, evidence, outcome);
            done = entry.Sequence;
        }

        await statements.ExecuteAsync(AdvanceSql, ("to", done));
        await transaction.CommitAsync();
        return done;
    }

    private static Task<byte[]> DocumentAsync(AuraDbContext context, string digest) =>
        context.Documents.AsNoTracking().Where(row => row.Digest == digest).Select(row => row.Bytes).FirstAsync();

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information,
            Message = "Looking for changes of breakers and rules in ledger entries {First} to {Last}, once")]
        public static partial void Reading(ILogger logger, long first, long last);
    }
}
