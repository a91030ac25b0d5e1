using Aura.Dashboard.Queries;
using Aura.Dashboard.Storage.Rows;
using Aura.Engine.Canon;
using Aura.Engine.Publishing;
using Microsoft.EntityFrameworkCore;

namespace Aura.Dashboard.Storage;

/// <summary>Rounds by keyset: a page deep in the past costs what the first one costs.</summary>
internal sealed class RoundHistory(IDbContextFactory<AuraDbContext> contexts) : IRoundHistory
{
    public Task<IReadOnlyList<RoundReport>> BeforeAsync(
        RoundNumber? before, int limit, CancellationToken cancellationToken)
    {
        long above = before?.Value ?? long.MaxValue;
        return ReadAsync(
            rounds => rounds.Where(round => round.Number < above).OrderByDescending(round => round.Number).Take(limit),
            isNewestFirst: true, cancellationToken);
    }

    public Task<IReadOnlyList<RoundReport>> AfterAsync(
        RoundNumber after, int limit, CancellationToken cancellationToken) =>
        ReadAsync(
            rounds => rounds.Where(round => round.Number > after.Value).OrderBy(round => round.Number).Take(limit),
            isNewestFirst: false, cancellationToken);

    public Task<IReadOnlyList<RoundReport>> BetweenAsync(
        DateTimeOffset? from, DateTimeOffset? to, int limit, CancellationToken cancellationToken)
    {
        long first = from?.UtcTicks ?? 0;
        long end = to?.UtcTicks ?? long.MaxValue;
        // By slot, which has an index of its own: by number, a range long ago would be searched from today backwards.
        return ReadAsync(
            rounds => rounds
                .Where(round => round.SlotTicks >= first && round.SlotTicks < end)
                .OrderByDescending(round => round.SlotTicks)
                .Take(limit),
            isNewestFirst: true, cancellationToken);
    }

    public async Task<RoundNumber> LastAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return new RoundNumber(
            await context.Rounds.AsNoTracking().MaxAsync(row => (long?)row.Number, cancellationToken) ?? 0);
    }

    public async Task<RoundReport?> FindAsync(RoundNumber round, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        byte[]? bytes = await context.Rounds.AsNoTracking()
            .Where(row => row.Number == round.Value)
            .Join(context.Documents, row => row.Report, document => document.Digest, (_, document) => document.Bytes)
            .FirstOrDefaultAsync(cancellationToken);
        return bytes is null ? null : RoundReport.Parse(bytes);
    }

    public async Task<RoundNumber> FirstRoundUnderAsync(Digest ruleSet, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        long? known = await context.RuleSets.AsNoTracking()
            .Where(row => row.Digest == ruleSet.Hex)
            .Select(row => (long?)row.FirstRound)
            .FirstOrDefaultAsync(cancellationToken);
        long head = await context.Rounds.AsNoTracking().MaxAsync(row => (long?)row.Number, cancellationToken) ?? 0;
        return new RoundNumber(known ?? head + 1);
    }

    // Rounds are chosen before their documents are joined, and the join promises no order of its own.
    private async Task<IReadOnlyList<RoundReport>> ReadAsync(
        Func<IQueryable<RoundRow>, IQueryable<RoundRow>> choose, bool isNewestFirst, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var chosen = choose(context.Rounds.AsNoTracking())
            .Join(context.Documents, round => round.Report, document => document.Digest,
                (round, document) => new { round.Number, document.Bytes });
        var reports = await (isNewestFirst
                ? chosen.OrderByDescending(report => report.Number)
                : chosen.OrderBy(report => report.Number))
            .ToListAsync(cancellationToken);
        return [.. reports.Select(report => RoundReport.Parse(report.Bytes))];
    }
}
