using Aura.Dashboard.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Aura.Dashboard.Storage;

/// <summary>Gives a migrated database what earlier versions did not write: the ledger's name and the tree over its entries.</summary>
internal sealed partial class LedgerPreparation(
    IDbContextFactory<AuraDbContext> contexts, LedgerIdentities identities, ILogger<LedgerPreparation> logger)
{
    private const int Batch = 1000;

    public async Task RunAsync()
    {
        await identities.PrepareAsync();
        using var statements = await Statements.OpenAsync(contexts);
        var context = statements.Context;
        long size = await context.MerkleNodes.Where(node => node.Level == 0)
            .MaxAsync(node => (long?)node.Index) + 1 ?? 0;
        long from = size;
        while (await GrowAsync(statements, size) is { } grown)
            size = grown;
        if (size > from)
            Log.Grown(logger, from + 1, size);
        await KeepStateAsync(context);
    }

    // Whoever decides the ledger again later begins here: what earlier versions recorded is not decided again.
    private static async Task KeepStateAsync(AuraDbContext context)
    {
        if (await context.StateSnapshots.AnyAsync()
            || await context.States.AsNoTracking().SingleOrDefaultAsync() is not { } state)
            return;

        context.StateSnapshots.Add(new StateSnapshotRow { Sequence = state.Sequence, Bytes = state.Bytes });
        await context.SaveChangesAsync();
    }

    // In transactions of their own: a start that is cut short goes on where it stopped.
    private static async Task<long?> GrowAsync(Statements statements, long size)
    {
        var context = statements.Context;
        var entries = await context.Ledger.AsNoTracking()
            .Where(row => row.Sequence > size)
            .OrderBy(row => row.Sequence)
            .Take(Batch)
            .Select(row => new { row.Sequence, row.Bytes })
            .ToListAsync();
        if (entries.Count == 0)
            return null;

        await using var transaction = await context.Database.BeginTransactionAsync();
        foreach (var entry in entries)
            await MerkleStore.AppendAsync(statements, entry.Sequence, entry.Bytes);
        await transaction.CommitAsync();
        return entries[^1].Sequence;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "The ledger's tree was grown over entries {First} to {Last}")]
        public static partial void Grown(ILogger logger, long first, long last);
    }
}
