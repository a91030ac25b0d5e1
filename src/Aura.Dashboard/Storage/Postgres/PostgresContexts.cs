using Microsoft.EntityFrameworkCore;

namespace Aura.Dashboard.Storage.Postgres;

/// <summary>Gives everybody who asks for the one context the one of PostgreSQL.</summary>
internal sealed class PostgresContexts(IDbContextFactory<PostgresDbContext> contexts) : IDbContextFactory<AuraDbContext>
{
    public AuraDbContext CreateDbContext() => contexts.CreateDbContext();
}
