using Aura.Dashboard.Configuration;
using Aura.Dashboard.Queries;
using Aura.Engine.Rounds;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Aura.Dashboard.Storage;

/// <summary>One file for one serving process, with the keys beside it.</summary>
internal static class SqliteRegistration
{
    public static void AddSqlite(this IServiceCollection services)
    {
        services.AddSingleton(provider => DatabaseFile.Locate(
            provider.GetRequiredService<IOptions<StorageOptions>>().Value,
            provider.GetRequiredService<IHostEnvironment>().ContentRootPath));

        services.AddSingleton(provider => new DataFolder(provider.GetRequiredService<DatabaseFile>().Folder));

        // The factory serves singletons and circuits, which outlive any one context; Identity asks for a scoped one,
        // which this call registers too.
        services.AddDbContextFactory<AuraDbContext>((provider, options) => options
            .UseSqlite(provider.GetRequiredService<DatabaseFile>().ConnectionString)
            .AddInterceptors(new SqliteDurability()));
        services.AddSingleton<DatabaseMigration, SqliteMigration>();
        services.AddSingleton<IRoundStore, RoundStore>();
        services.AddSingleton<ILedgerSignal, PeriodicLedgerSignal>();
        services.AddSingleton<IStorageStructure, SqliteStructure>();
        services.AddOptions<KeyManagementOptions>().Configure<DatabaseFile, ILoggerFactory>((options, file, loggers) =>
            options.XmlRepository = new FileSystemXmlRepository(OwnFolder(Path.Combine(file.Folder, "keys")), loggers));
    }

    private static DirectoryInfo OwnFolder(string path) =>
        OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(path)
            : Directory.CreateDirectory(
                path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
}
