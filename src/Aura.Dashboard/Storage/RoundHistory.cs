using Aura.Dashboard.Queries;
using Aura.Engine.Canon;
using Aura.Engine.Publishing;
using Microsoft.EntityFrameworkCore;

namespace Aura.Dashboard.Storage;

/// <summary>Rounds by keyset: a page deep in the past costs what the first one costs.</summary>
internal sealed class RoundHistory(IDbContextFactory<AuraDbContext> contexts) : IRoundHistory
{
    public async Task<IReadOnlyList<RoundReport>> BeforeAsync(
        RoundNumber? before, int limit, CancellationToken cancellationToken)
    {
        long above = before?.Value ?? long.MaxValue;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var reports = await context.Rounds.AsNoTracking()
            .Where(round => round.Number < above)
            .OrderByDescending(round => round.Number)
            .Take(limit)
            .Join(context.Documents, round => round.Report, document => document.Digest,
                (round, document) => new { round.Number, document.Bytes })
            .OrderByDescending(report => report.Number)
            .ToListAsync(cancellationToken);
        return [.. reports.Select(report => RoundReport.Parse(report.Bytes))];
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
}
