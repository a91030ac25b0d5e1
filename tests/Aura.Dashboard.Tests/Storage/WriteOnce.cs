using Aura.Dashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aura.Dashboard.Tests.Storage;

/// <summary>The tables that the database refuses to rewrite, and how somebody who owns the database rewrites them anyhow.</summary>
internal static class WriteOnce
{
    public static readonly string[] Tables =
    [
        "Bodies", "Checkpoints", "Documents", "Ledger", "LedgerIdentities", "MerkleNodes", "RuleSets", "StateSnapshots",
    ];

    private static readonly string[] Guarded = ["updated", "deleted", "replaced"];

    /// <summary>What an owner of the database can always do, and a ledger must show.</summary>
    public static async Task UnlockAsync(AuraHost host, CancellationToken cancellationToken)
    {
        await using var context = await host.Get<IDbContextFactory<AuraDbContext>>().CreateDbContextAsync(cancellationToken);
        foreach (string table in Tables)
        {
            string[] statements = context.Database.IsNpgsql()
                ? [$"""ALTER TABLE "{table}" DISABLE TRIGGER USER"""]
                : [.. Guarded.Select(what => $"""DROP TRIGGER IF EXISTS "{table}_is_never_{what}" """)];
            foreach (string statement in statements)
                await context.Database.ExecuteSqlRawAsync(statement, cancellationToken);
        }
    }
}
