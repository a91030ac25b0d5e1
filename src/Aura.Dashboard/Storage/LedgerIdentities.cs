using System.Security.Cryptography;
using Aura.Dashboard.Queries;
using Microsoft.EntityFrameworkCore;

namespace Aura.Dashboard.Storage;

internal sealed class LedgerIdentities(IDbContextFactory<AuraDbContext> contexts, RandomNumberGenerator chance)
    : ILedgerIdentity
{
    private const int IdBytes = 16;

    // One statement, so that hosts which continue the same ledger at once agree on one name: the second finds a later
    // name than the one it wanted to replace.
    private const string ContinueSql = """
        INSERT INTO "LedgerIdentities" ("FromSequence", "LedgerId")
        SELECT COALESCE((SELECT MAX("Sequence") FROM "Ledger"), 0) + 1, @id
        WHERE NOT EXISTS (SELECT 1 FROM "LedgerIdentities" WHERE "FromSequence" > @replaced)
        ON CONFLICT DO NOTHING
        """;

    public async Task<LedgerIdentity> CurrentAsync(CancellationToken cancellationToken) =>
        (await AllAsync(cancellationToken))[^1];

    public async Task<IReadOnlyList<LedgerIdentity>> AllAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.LedgerIdentities.AsNoTracking()
            .OrderBy(row => row.FromSequence)
            .Select(row => new LedgerIdentity(row.FromSequence, row.LedgerId))
            .ToListAsync(cancellationToken);
    }

    public async Task<LedgerIdentity> ContinueAsync(LedgerIdentity replaced, CancellationToken cancellationToken)
    {
        await AddAsync(ContinueSql, ("replaced", replaced.FromSequence));
        return await CurrentAsync(cancellationToken);
    }

    /// <summary>Names a ledger that has no name yet.</summary>
    public Task PrepareAsync() => AddAsync(
        """
        INSERT INTO "LedgerIdentities" ("FromSequence", "LedgerId")
        SELECT 1, @id WHERE NOT EXISTS (SELECT 1 FROM "LedgerIdentities")
        """);

    private async Task AddAsync(string sql, params (string, object)[] values)
    {
        byte[] id = new byte[IdBytes];
        chance.GetBytes(id);
        await using var context = await contexts.CreateDbContextAsync();
        await context.Database.OpenConnectionAsync();
        await Sql.ExecuteAsync(context, null, sql, [.. values, ("id", Convert.ToHexStringLower(id))]);
    }
}
