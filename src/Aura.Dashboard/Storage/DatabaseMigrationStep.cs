namespace Aura.Dashboard.Storage;

/// <summary>The first step of the host that touches a disk.</summary>
internal static class DatabaseMigrationStep
{
    public static Task MigrateAsync(this WebApplication app) =>
        app.Services.GetRequiredService<DatabaseMigration>().RunAsync();
}
