using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Aura.Dashboard.Storage;

/// <summary>
/// Lets <c>dotnet ef</c> build the model without starting the host, which would migrate a database and listen. The
/// file is never opened for writing migrations.
/// </summary>
internal sealed class DesignTimeDbContextFactory : IDesignTimeDbContextFactory<AuraDbContext>
{
    public AuraDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<AuraDbContext>().UseSqlite("Data Source=design-time.db").Options);
}
