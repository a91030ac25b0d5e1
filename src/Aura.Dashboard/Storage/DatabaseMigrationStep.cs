namespace Aura.Dashboard.Storage;

/// <summary>The first steps of the host that touch a disk.</summary>
internal static class DatabaseMigrationStep
{
    /// <summary>
    /// Two hosts that start together on an empty database would both create its tables, roles and accounts. The one
    /// that has the turn does; the other finds them.
    /// </summary>
    public static Task<IAsyncDisposable> TakeStartTurnAsync(this WebApplication app) =>
        app.Services.GetRequiredService<DatabaseMigration>().TakeTurnAsync(app.Lifetime.ApplicationStopping);

    public static async Task MigrateAsync(this WebApplication app)
    {
        await app.Services.GetRequiredService<DatabaseMigration>().RunAsync();
        await app.Services.GetRequiredService<LedgerPreparation>().RunAsync();
        await app.Services.GetRequiredService<LedgerEventsPreparation>().RunAsync();
    }
}
