using Aura.Dashboard.Queries;
using Aura.Dashboard.Storage.Rows;
using Aura.Engine.Audit;
using Aura.Engine.Canon;
using Aura.Engine.Rounds;
using Microsoft.EntityFrameworkCore;

namespace Aura.Dashboard.Storage;

/// <summary>
/// Reads answers by the id of their command. Who sent it stands in the evidence, which the entry names that names the
/// answer: commands are few beside rounds, and one that is asked for was sent a moment ago.
/// </summary>
internal sealed class CommandAnswerArchive(IDbContextFactory<AuraDbContext> contexts) : ICommandAnswers
{
    private const int Batch = 100;

    public async Task<CommandAnswer?> FindAsync(Guid commandId, string accountId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        string id = commandId.ToString();
        if (await context.Commands.AsNoTracking().SingleOrDefaultAsync(row => row.CommandId == id, cancellationToken) is not { } found)
            return null;

        string? sender = found.RefusedActor ?? await FindSenderAsync(context, found, commandId, cancellationToken);
        return string.Equals(sender, accountId, StringComparison.Ordinal) ? CommandAnswer.Parse(found.Answer) : null;
    }

    private static async Task<string?> FindSenderAsync(
        AuraDbContext context, CommandRow found, Guid commandId, CancellationToken cancellationToken)
    {
        var outcome = Digest.Of(found.Answer);
        long before = long.MaxValue;
        while (await EntriesBeforeAsync(context, before, cancellationToken) is { Count: > 0 } entries)
        {
            foreach (var entry in entries.Where(entry => entry.Kind is EntryKind.Command && entry.Outcome == outcome))
            {
                string evidence = entry.Evidence.Hex;
                byte[]? bytes = await context.Documents.AsNoTracking()
                    .Where(row => row.Digest == evidence).Select(row => row.Bytes).SingleOrDefaultAsync(cancellationToken);
                if (bytes is not null && CommandEvidence.Parse(bytes).Command is { } command && command.CommandId == commandId)
                    return command.Actor.Id;
            }

            before = entries[^1].Sequence;
        }

        return null;
    }

    // Every command is an event of its breaker, so rounds without one are never read.
    private static async Task<List<LedgerEntry>> EntriesBeforeAsync(
        AuraDbContext context, long before, CancellationToken cancellationToken)
    {
        var rows = await context.LedgerEvents.AsNoTracking()
            .Where(row => row.Sequence < before)
            .Select(row => row.Sequence).Distinct()
            .OrderByDescending(sequence => sequence)
            .Take(Batch)
            .Join(context.Ledger, sequence => sequence, row => row.Sequence, (_, row) => row)
            .OrderByDescending(row => row.Sequence)
            .Select(row => row.Bytes)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(bytes => LedgerEntry.Parse(bytes))];
    }
}
