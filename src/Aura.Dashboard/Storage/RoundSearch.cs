using System.Collections.Immutable;
using Aura.Dashboard.Queries;
using Aura.Engine.Canon;
using Aura.Engine.Publishing;
using Microsoft.EntityFrameworkCore;

namespace Aura.Dashboard.Storage;

/// <summary>
/// Searches backwards by round number, which costs the same at every depth. Reports are read in order until the page is
/// full or enough of them were looked at (decision 25).
/// </summary>
internal sealed class RoundSearch(IDbContextFactory<AuraDbContext> contexts) : IRoundSearch
{
    /// <summary>Nearly three hours of rounds every five seconds: read in a moment on a small machine.</summary>
    public const int MostRead = 2_000;

    public async Task<RoundPage> FindAsync(
        RoundFilter filter, RoundNumber? before, int limit, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        long above = Math.Min(before?.Value ?? long.MaxValue, await FirstAtAsync(context, filter.To ?? DateTimeOffset.MaxValue, cancellationToken));
        long first = await FirstAtAsync(context, filter.From, cancellationToken);
        int most = filter.ReadsReports ? MostRead : limit;
        var rounds = await context.Rounds.AsNoTracking()
            .Where(round => round.Number < above && round.Number >= first)
            .OrderByDescending(round => round.Number)
            .Take(most)
            .Select(round => new { round.Number, round.Report })
            .ToListAsync(cancellationToken);

        var found = ImmutableArray.CreateBuilder<RoundReport>();
        long? searched = null;
        foreach (var batch in rounds.Chunk(limit))
        {
            string[] digests = [.. batch.Select(round => round.Report)];
            var documents = await context.Documents.AsNoTracking()
                .Where(document => digests.Contains(document.Digest))
                .ToDictionaryAsync(document => document.Digest, document => document.Bytes, StringComparer.Ordinal, cancellationToken);
            foreach (var round in batch)
            {
                if (found.Count == limit)
                    return Page(found, searched, isEnd: false);

                searched = round.Number;
                if (RoundReport.Parse(documents[round.Report]) is var report && filter.Matches(report))
                    found.Add(report);
            }
        }

        return Page(found, searched, rounds.Count < most);
    }

    // Slots rise with the numbers: an instant is a number, found by its own index.
    private static async Task<long> FirstAtAsync(AuraDbContext context, DateTimeOffset instant, CancellationToken cancellationToken) =>
        await context.Rounds.AsNoTracking()
            .Where(round => round.SlotTicks >= instant.UtcTicks)
            .OrderBy(round => round.SlotTicks)
            .Select(round => (long?)round.Number)
            .FirstOrDefaultAsync(cancellationToken) ?? long.MaxValue;

    private static RoundPage Page(ImmutableArray<RoundReport>.Builder found, long? searched, bool isEnd) =>
        new(found.ToImmutable(), searched is { } round ? new RoundNumber(round) : null, isEnd);
}
