using Aura.Dashboard.Queries;
using Aura.Dashboard.Storage.Rows;
using Aura.Engine.Canon;
using Aura.Engine.Nodes;
using Aura.Engine.Rounds;
using Microsoft.EntityFrameworkCore;

namespace Aura.Dashboard.Storage;

/// <summary>The ledger's exact bytes for whoever verifies or decides again.</summary>
internal sealed class LedgerArchive(IDbContextFactory<AuraDbContext> contexts) : ILedgerArchive
{
    public async Task<IReadOnlyList<StoredEntry>> AfterAsync(
        long sequence, int limit, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.Ledger.AsNoTracking()
            .Where(row => row.Sequence > sequence)
            .OrderBy(row => row.Sequence)
            .Take(limit)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(Read)];
    }

    public async Task<StoredEntry?> HeadAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Ledger.AsNoTracking()
            .OrderByDescending(row => row.Sequence)
            .FirstOrDefaultAsync(cancellationToken) is { } last ? Read(last) : null;
    }

    public async Task<StoredEntry?> OfRoundAsync(RoundNumber round, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Rounds.AsNoTracking()
            .Where(row => row.Number == round.Value)
            .Join(context.Ledger, row => row.Sequence, entry => entry.Sequence, (_, entry) => entry)
            .FirstOrDefaultAsync(cancellationToken) is { } found ? Read(found) : null;
    }

    public async Task<ReadOnlyMemory<byte>> DocumentAsync(Digest digest, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        byte[]? bytes = await context.Documents.AsNoTracking()
            .Where(row => row.Digest == digest.Hex)
            .Select(row => row.Bytes)
            .FirstOrDefaultAsync(cancellationToken);
        return bytes ?? throw new KeyNotFoundException($"There is no document {digest}.");
    }

    public async Task<IReadOnlyList<ResponseBody>> BodiesAsync(
        IReadOnlyList<Digest> hashes, CancellationToken cancellationToken)
    {
        List<string> wanted = [.. hashes.Select(hash => hash.Hex)];
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.Bodies.AsNoTracking()
            .Where(row => wanted.Contains(row.Hash))
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => new ResponseBody(Digest.Parse(row.Hash), row.Bytes))];
    }

    public async Task<ReadOnlyMemory<byte>> RuleSetDocumentAsync(Digest digest, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        byte[]? bytes = await context.RuleSets.AsNoTracking()
            .Where(row => row.Digest == digest.Hex)
            .Select(row => row.Bytes)
            .FirstOrDefaultAsync(cancellationToken);
        return bytes ?? throw new KeyNotFoundException($"There is no rule set {digest}.");
    }

    public async Task<RuleSet> RuleSetAsync(Digest digest, CancellationToken cancellationToken) =>
        RuleSet.Parse((await RuleSetDocumentAsync(digest, cancellationToken)).Span);

    private static StoredEntry Read(LedgerRow row) => new(row.Sequence, row.Bytes, Digest.Parse(row.Hash));
}
