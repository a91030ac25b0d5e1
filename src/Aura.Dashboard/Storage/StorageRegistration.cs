using Aura.Dashboard.Configuration;
using Aura.Dashboard.Identity;
using Aura.Dashboard.Queries;
using Aura.Dashboard.Storage.Postgres;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace Aura.Dashboard.Storage;

/// <summary>Opens the database and gives everything that lasts its place in or beside it.</summary>
internal static class StorageRegistration
{
    public static WebApplicationBuilder AddStorage(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptionsWithValidateOnStart<StorageOptions, StorageOptionsValidator>()
            .Configure<IConfiguration>(ReadOptions);
        if (StorageOptions.ProviderOf(builder.Configuration) is StorageProvider.Postgres)
            services.AddPostgres();
        else
            services.AddSqlite();

        new IdentityBuilder(typeof(AuraUser), typeof(IdentityRole), services)
            .AddEntityFrameworkStores<AuraDbContext>();
        services.AddSingleton<IRoundHistory, RoundHistory>();
        services.AddSingleton<IAssetHistory, AssetHistory>();
        services.AddSingleton<IRoundSearch, RoundSearch>();
        services.AddSingleton<ILedgerArchive, LedgerArchive>();
        services.AddSingleton<ILedgerTree, LedgerTree>();
        services.AddSingleton<ICheckpointArchive, CheckpointArchive>();
        services.AddSingleton<IStateArchive, StateArchive>();
        services.AddSingleton<LedgerIdentities>();
        services.AddSingleton<ILedgerIdentity>(provider => provider.GetRequiredService<LedgerIdentities>());
        services.AddSingleton<LedgerPreparation>();
        services.AddSingleton<LedgerEventsPreparation>();
        services.AddSingleton<IBreakerHistory, BreakerHistory>();
        services.AddSingleton<IIncidentHistory, IncidentHistory>();
        services.AddSingleton<ICommandAnswers, CommandAnswerArchive>();
        services.AddSingleton<IRuleSetHistory, RuleSetHistory>();
        services.AddSingleton<IDatabaseVersion, DatabaseVersionReader>();
        services.AddHealthChecks().AddCheck<DatabaseHealthCheck>("database");

        // Cookies and tokens are sealed with these keys. With the data they survive a restart and move with it; in the
        // default place, a home directory, a container forgets them and signs everybody out.
        services.AddDataProtection().SetApplicationName("AuraDashboard");
        return builder;
    }

    // A misspelt key would otherwise open, and fill, the default database.
    private static void ReadOptions(StorageOptions options, IConfiguration configuration) =>
        StrictSettings.Read(options, configuration.GetSection(StorageOptions.Section), options.Unreadable);
}
