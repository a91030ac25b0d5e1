using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Aura.Dashboard.Storage.Postgres;

/// <summary>
/// The same model on PostgreSQL. A type of its own because migrations belong to a context type; and one table more:
/// hosts without a common disk keep the keys of cookies and tokens where all of them look.
/// </summary>
internal sealed class PostgresDbContext(DbContextOptions<PostgresDbContext> options)
    : AuraDbContext(options), IDataProtectionKeyContext
{
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();
}
