using Aura.Dashboard.Configuration;
using Aura.Dashboard.Queries;
using Aura.Engine.Rounds;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Aura.Dashboard.Storage.Postgres;

/// <summary>One server for several equal hosts: everything they share lies in it.</summary>
internal static class PostgresRegistration
{
    private const string FolderName = "data";

    public static void AddPostgres(this IServiceCollection services)
    {
        services.AddSingleton(provider =>
            PostgresDatabase.Locate(provider.GetRequiredService<IOptions<StorageOptions>>().Value));
        services.AddSingleton(provider => new DataFolder(
            Path.Combine(provider.GetRequiredService<IHostEnvironment>().ContentRootPath, FolderName)));
        services.AddDbContextFactory<PostgresDbContext>((provider, options) => options
            .UseNpgsql(provider.GetRequiredService<PostgresDatabase>().ConnectionString));
        services.AddSingleton<IDbContextFactory<AuraDbContext>, PostgresContexts>();
        services.AddScoped<AuraDbContext>(provider => provider.GetRequiredService<PostgresDbContext>());
        services.AddSingleton<DatabaseMigration, PostgresMigration>();
        services.AddSingleton<RoundStore>();
        services.AddSingleton<IRoundStore, SettlingRoundStore>();
        services.AddSingleton<ILedgerSignal, LedgerNotifications>();
        services.AddSingleton<IStorageStructure, ServerStructure>();
        services.AddDataProtection().PersistKeysToDbContext<PostgresDbContext>();
    }
}
