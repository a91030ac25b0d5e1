using Aura.Dashboard.Queries;
using Aura.Engine.Canon;
using Microsoft.EntityFrameworkCore;

namespace Aura.Dashboard.Storage;

/// <summary>The rules in force, from the notices that name them and, before there were any, from the first round.</summary>
internal sealed class RuleSetHistory(IDbContextFactory<AuraDbContext> contexts) : IRuleSetHistory
{
    public async Task<IReadOnlyList<RuleSetAdoption>> LatestAsync(int limit, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var named = await NamedAsync(context, limit, cancellationToken);
        if (named.Count >= limit)
            return named;

        var known = named.Select(adoption => adoption.RuleSet.Hex).ToHashSet(StringComparer.Ordinal);
        var others = await context.RuleSets.AsNoTracking()
            .Select(row => new { row.Digest, row.FirstRound })
            .GroupJoin(context.Rounds, row => row.FirstRound, round => round.Number, (row, rounds) => new { row, rounds })
            .SelectMany(
                found => found.rounds.DefaultIfEmpty(),
                (found, round) => new { found.row.Digest, found.row.FirstRound, Slot = round == null ? (long?)null : round.SlotTicks })
            .ToListAsync(cancellationToken);
        return
        [
            .. named
                .Concat(others
                    .Where(row => !known.Contains(row.Digest))
                    .Select(row => new RuleSetAdoption(
                        Digest.Parse(row.Digest), new RoundNumber(row.FirstRound),
                        row.Slot is { } ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null, null)))
                .OrderByDescending(adoption => adoption.FirstRound.Value)
                .ThenByDescending(adoption => adoption.Sequence ?? 0)
                .Take(limit),
        ];
    }

    private static async Task<List<RuleSetAdoption>> NamedAsync(
        AuraDbContext context, int limit, CancellationToken cancellationToken)
    {
        var rows = await context.LedgerEvents.AsNoTracking()
            .Where(row => row.Scope == string.Empty && row.Kind == LedgerEventKind.RulesAdopted)
            .OrderByDescending(row => row.Sequence)
            .Take(limit)
            .Join(context.Ledger, row => row.Sequence, entry => entry.Sequence, (row, entry) => new { Event = row, entry.Bytes })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows
                .OrderByDescending(row => row.Event.Sequence)
                .Select(row => new RuleSetAdoption(
                    // The entry of such a notice is the first that is decided under the rules that it names.
                    Engine.Audit.LedgerEntry.Parse(row.Bytes).Configuration,
                    new RoundNumber(row.Event.Number.GetValueOrDefault()),
                    new DateTimeOffset(row.Event.AtTicks, TimeSpan.Zero), row.Event.Sequence)),
        ];
    }
}
