using Aura.Dashboard.Identity;
using Aura.Dashboard.Storage;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aura.Dashboard.Tests;

/// <summary>The real host, through its own entry point, on a database of its own in a folder of its own.</summary>
internal sealed class AuraHost : WebApplicationFactory<DemoAccounts>
{
    private readonly Dictionary<string, string> _settings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["urls"] = "http://127.0.0.1:5080",
        // In Development the framework maps GET for every path, to serve files that were edited meanwhile; any other
        // method then gets 405 where the published product answers 404.
        ["ReloadStaticAssetsAtRuntime"] = "false",
        ["Logging:LogLevel:Default"] = "None",
        ["Logging:LogLevel:Microsoft.AspNetCore"] = "None",
    };

    private readonly bool _ownsFolder;

    public AuraHost(string? databaseFolder = null)
    {
        _ownsFolder = databaseFolder is null;
        Folder = databaseFolder ?? Directory.CreateTempSubdirectory("aura-").FullName;
        With("Storage:ConnectionString", $"Data Source={Path.Combine(Folder, "aura.db")};Pooling=False");
        ClientOptions.AllowAutoRedirect = false;
        // The session cookie may need TLS; the test server takes the scheme from here.
        ClientOptions.BaseAddress = new Uri("https://localhost");
    }

    public string Folder { get; }

    public string Environment { get; init; } = Environments.Development;

    public AuraHost With(string key, string value)
    {
        _settings[key] = value;
        return this;
    }

    /// <summary>Starts the host; a refusal to start arrives here.</summary>
    public AuraHost Started()
    {
        _ = Server;
        return this;
    }

    public async Task<T> WithUsersAsync<T>(Func<UserManager<AuraUser>, Task<T>> act)
    {
        await using var scope = Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<UserManager<AuraUser>>());
    }

    public Task<AuraUser> FindAsync(string email) =>
        WithUsersAsync(async users => await users.FindByEmailAsync(email) ?? throw new KeyNotFoundException(email));

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Environment);
        builder.UseContentRoot(AppContext.BaseDirectory);
        foreach (var (key, value) in _settings)
            builder.UseSetting(key, value);
        // Slow hashing is what protects passwords and what every test would wait for.
        builder.ConfigureServices(services =>
            services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1));
    }

    protected override IHost CreateHost(IHostBuilder builder)
    {
        CreateSchemaWithoutMigrations();
        return base.CreateHost(builder);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (_ownsFolder && Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
    }

    // As long as the product has no migration, a host cannot create its tables itself; with the first one this does
    // nothing any more.
    private void CreateSchemaWithoutMigrations()
    {
        using var context = new AuraDbContext(new DbContextOptionsBuilder<AuraDbContext>()
            .UseSqlite($"Data Source={Path.Combine(Folder, "aura.db")};Pooling=False").Options);
        if (!context.Database.GetMigrations().Any())
            context.Database.EnsureCreated();
    }
}
