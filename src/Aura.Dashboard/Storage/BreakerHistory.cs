using Aura.Dashboard.Queries;
using Aura.Dashboard.Storage.Rows;
using Aura.Engine.Audit;
using Aura.Engine.Canon;
using Aura.Engine.Rounds;
using Microsoft.EntityFrameworkCore;

namespace Aura.Dashboard.Storage;

/// <summary>Finds entries by their events, and reads what is said of them from the entries themselves.</summary>
internal sealed class BreakerHistory(IDbContextFactory<AuraDbContext> contexts) : IBreakerHistory
{
    // Incidents and rules have pages of their own.
    private static readonly LedgerEventKind[] Elsewhere =
    [
        LedgerEventKind.RulesAdopted, LedgerEventKind.Acknowledged, LedgerEventKind.Silenced, LedgerEventKind.SilenceEnded,
        LedgerEventKind.DrillStarted, LedgerEventKind.DrillEnded,
        LedgerEventKind.ThresholdsProposed, LedgerEventKind.ThresholdsApproved, LedgerEventKind.ThresholdsDeclined,
    ];

    public async Task<IReadOnlyList<BreakerEvent>> BeforeAsync(
        Scope? scope, long? before, int entries, CancellationToken cancellationToken)
    {
        long below = before ?? long.MaxValue;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var candidates = context.LedgerEvents.AsNoTracking()
            .Where(row => row.Sequence < below && !Elsewhere.Contains(row.Kind));
        if (scope is { Value: var name })
            candidates = candidates.Where(row => row.Scope == name);
        var sequences = candidates.Select(row => row.Sequence).Distinct().OrderByDescending(found => found).Take(entries);
        var rows = await candidates
            .Where(row => sequences.Contains(row.Sequence))
            .OrderByDescending(row => row.Sequence).ThenBy(row => row.Scope)
            .ToListAsync(cancellationToken);

        var read = await ReadEntriesAsync(context, [.. rows.Select(row => row.Sequence).Distinct()], cancellationToken);
        var events = new List<BreakerEvent>(rows.Count);
        foreach (var row in rows)
        {
            var found = BreakerEventReader.Read(row, read[row.Sequence].Entry, read[row.Sequence].Documents);
            events.Add(row.Kind is LedgerEventKind.ResetRequested
                ? found with { Ended = await EndOfAsync(context, found, cancellationToken) }
                : found);
        }

        return events;
    }

    public async Task<BreakerPast> PastAsync(
        Scope scope, DateTimeOffset from, DateTimeOffset to, int limit, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        string name = scope.Value;
        long first = from.UtcTicks;
        long end = to.UtcTicks;
        var changes = context.LedgerEvents.AsNoTracking()
            .Where(row => row.Scope == name && row.Kind == LedgerEventKind.Changed);
        // By time, and not by sequence: a range is one of time. Two changes of one moment keep the order of the ledger.
        var within = await changes
            .Where(row => row.AtTicks >= first && row.AtTicks < end)
            .OrderByDescending(row => row.AtTicks).ThenByDescending(row => row.Sequence)
            .Take(limit + 1)
            .ToListAsync(cancellationToken);
        bool isCut = within.Count > limit;
        var before = isCut
            ? null
            : await changes
                .Where(row => row.AtTicks < first)
                .OrderByDescending(row => row.AtTicks).ThenByDescending(row => row.Sequence)
                .FirstOrDefaultAsync(cancellationToken);
        return new BreakerPast(
            scope, await KnownSinceAsync(context, scope, cancellationToken),
            [.. within.Take(limit).Append(before).OfType<LedgerEventRow>().Reverse().Select(Change)], isCut);
    }

    private static BreakerChange Change(LedgerEventRow row) => new(
        new DateTimeOffset(row.AtTicks, TimeSpan.Zero), row.From.GetValueOrDefault(), row.To.GetValueOrDefault(),
        row.Number.GetValueOrDefault(), row.Sequence);

    // A breaker exists from the first round whose rules name it. Rule sets are few; rounds are found by their number.
    private static async Task<DateTimeOffset?> KnownSinceAsync(
        AuraDbContext context, Scope scope, CancellationToken cancellationToken)
    {
        var ruleSets = await context.RuleSets.AsNoTracking()
            .OrderBy(row => row.FirstRound)
            .ToListAsync(cancellationToken);
        if (ruleSets.FirstOrDefault(row => RuleSet.Parse(row.Bytes).Scopes.Contains(scope)) is not { FirstRound: var number })
            return null;

        long? slot = await context.Rounds.AsNoTracking()
            .Where(round => round.Number == number)
            .Select(round => (long?)round.SlotTicks)
            .FirstOrDefaultAsync(cancellationToken);
        return slot is { } ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;
    }

    // What ends a request names its breaker and comes after it; what comes after its time did not end it.
    private static async Task<RequestFate?> EndOfAsync(
        AuraDbContext context, BreakerEvent request, CancellationToken cancellationToken)
    {
        string name = request.Scope!.Value;
        long expires = request.ExpiresAt.GetValueOrDefault().UtcTicks;
        var end = await context.LedgerEvents.AsNoTracking()
            .Where(row => row.Scope == name && row.Sequence > request.Sequence && row.AtTicks < expires
                && (row.Kind == LedgerEventKind.Changed || row.Kind == LedgerEventKind.TrippedAgain
                    || row.Kind == LedgerEventKind.Declined))
            .OrderBy(row => row.Sequence)
            .FirstOrDefaultAsync(cancellationToken);
        return end switch
        {
            null => null,
            { Kind: LedgerEventKind.Declined } => RequestFate.Declined,
            { To: Engine.Breaker.BreakerState.HalfOpen } when !await IsBreakGlassAsync(context, end.Sequence, cancellationToken) =>
                RequestFate.Approved,
            _ => RequestFate.Voided,
        };
    }

    // Somebody reset it alone while the request waited: nobody approved it.
    private static async Task<bool> IsBreakGlassAsync(
        AuraDbContext context, long sequence, CancellationToken cancellationToken)
    {
        var found = await ReadEntriesAsync(context, [sequence], cancellationToken);
        var (entry, documents) = found[sequence];
        return entry is { Kind: EntryKind.Command, Outcome: { } outcome }
            && documents.TryGetValue(outcome, out byte[]? bytes)
            && Engine.Rounds.CommandAnswer.Parse(bytes).Transition?.Cause is Engine.Breaker.BreakerCause.BreakGlass;
    }

    private static async Task<Dictionary<long, (LedgerEntry Entry, IReadOnlyDictionary<Digest, byte[]> Documents)>> ReadEntriesAsync(
        AuraDbContext context, List<long> sequences, CancellationToken cancellationToken)
    {
        var bytes = await context.Ledger.AsNoTracking()
            .Where(row => sequences.Contains(row.Sequence))
            .Select(row => row.Bytes)
            .ToListAsync(cancellationToken);
        var entries = bytes.ConvertAll(entry => LedgerEntry.Parse(entry));
        List<string> wanted = [.. entries.SelectMany(BreakerEventReader.Needs).Select(digest => digest.Hex).Distinct(StringComparer.Ordinal)];
        var documents = await context.Documents.AsNoTracking()
            .Where(row => wanted.Contains(row.Digest))
            .ToDictionaryAsync(row => Digest.Parse(row.Digest), row => row.Bytes, cancellationToken);
        return entries.ToDictionary(
            entry => entry.Sequence, entry => (entry, (IReadOnlyDictionary<Digest, byte[]>)documents));
    }
}
