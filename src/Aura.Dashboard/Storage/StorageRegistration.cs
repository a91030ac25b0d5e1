using Aura.Dashboard.Configuration;
using Aura.Dashboard.Identity;
using Aura.Dashboard.Queries;
using Aura.Engine.Rounds;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Aura.Dashboard.Storage;

/// <summary>Opens the database and gives everything that lasts its place in or beside it.</summary>
internal static class StorageRegistration
{
    public static WebApplicationBuilder AddStorage(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptionsWithValidateOnStart<StorageOptions, StorageOptionsValidator>()
            .Configure<IConfiguration>(ReadOptions);
        services.AddSingleton(provider => DatabaseFile.Locate(
            provider.GetRequiredService<IOptions<StorageOptions>>().Value,
            provider.GetRequiredService<IHostEnvironment>().ContentRootPath));

        // The factory serves singletons and circuits, which outlive any one context; Identity asks for a scoped one,
        // which this call registers too.
        services.AddDbContextFactory<AuraDbContext>((provider, options) => options
            .UseSqlite(provider.GetRequiredService<DatabaseFile>().ConnectionString)
            .AddInterceptors(new SqliteDurability()));
        new IdentityBuilder(typeof(AuraUser), typeof(IdentityRole), services)
            .AddEntityFrameworkStores<AuraDbContext>();
        services.AddSingleton<DatabaseMigration>();
        services.AddSingleton<IRoundStore, RoundStore>();
        services.AddSingleton<IRoundHistory, RoundHistory>();
        services.AddSingleton<ILedgerArchive, LedgerArchive>();
        services.AddHealthChecks().AddCheck<DatabaseHealthCheck>("database");

        PersistKeys(services);
        return builder;
    }

    // A misspelt key would otherwise open, and fill, the default database.
    private static void ReadOptions(StorageOptions options, IConfiguration configuration)
    {
        var errors = new List<string>();
        StrictSettings.Read(options, configuration.GetSection(StorageOptions.Section), errors);
        if (errors.Count > 0)
            throw new OptionsValidationException(Options.DefaultName, typeof(StorageOptions), errors);
    }

    /// <summary>
    /// Cookies and tokens are sealed with these keys. Beside the data they survive a restart and move with it; in the
    /// default place, a home directory, a container forgets them and signs everybody out.
    /// </summary>
    private static void PersistKeys(IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("AuraDashboard");
        services.AddOptions<KeyManagementOptions>().Configure<DatabaseFile, ILoggerFactory>((options, file, loggers) =>
            options.XmlRepository = new FileSystemXmlRepository(OwnFolder(Path.Combine(file.Folder, "keys")), loggers));
    }

    private static DirectoryInfo OwnFolder(string path) =>
        OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(path)
            : Directory.CreateDirectory(
                path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
}
