using Aura.Dashboard.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Aura.Dashboard.Tests;

/// <summary>
/// The real host, through its own entry point and with the settings it ships, on a database of its own in a folder of
/// its own. Hangfire's server is off, so that a test says which slot runs and when.
/// </summary>
internal sealed class AuraHost : WebApplicationFactory<DemoAccounts>
{
    private readonly Dictionary<string, string> _settings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["urls"] = "http://127.0.0.1:5080",
        // Each host would watch appsettings.json with an inotify instance, of which a user has 128 by default; a host
        // that refuses to start gives its own back only when it is collected.
        ["hostBuilder:reloadConfigOnChange"] = "false",
        ["Logging:LogLevel:Default"] = "None",
        ["Logging:LogLevel:Microsoft.AspNetCore"] = "None",
        ["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "None",
        ["Logging:LogLevel:Polly"] = "None",
        ["Logging:LogLevel:System.Net.Http.HttpClient"] = "None",
    };

    private readonly List<Action<IServiceCollection>> _replacements = [];
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

    /// <summary>Where settings files are read; the repository's one appsettings.json is linked into this output.</summary>
    public string ContentRoot { get; init; } = AppContext.BaseDirectory;

    /// <summary>The clock of the whole host; null is the real one.</summary>
    public FakeTimeProvider? Clock { get; init; }

    /// <summary>True lets Hangfire fire the slots by itself.</summary>
    public bool RunsHangfire { get; init; }

    public AuraHost With(string key, string value)
    {
        _settings[key] = value;
        return this;
    }

    /// <summary>What <see cref="With"/> said of a key; null when nothing.</summary>
    public string? Setting(string key) => _settings.GetValueOrDefault(key);

    /// <summary>Registers after the host's own registrations, so that the last one wins.</summary>
    public AuraHost Replacing(Action<IServiceCollection> replace)
    {
        _replacements.Add(replace);
        return this;
    }

    /// <summary>Starts the host; a refusal to start arrives here.</summary>
    public AuraHost Started()
    {
        _ = Server;
        return this;
    }

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public async Task<T> WithUsersAsync<T>(Func<UserManager<AuraUser>, Task<T>> act)
    {
        await using var scope = Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<UserManager<AuraUser>>());
    }

    public Task<AuraUser> FindAsync(string email) =>
        WithUsersAsync(async users => await users.FindByEmailAsync(email) ?? throw new KeyNotFoundException(email));

    /// <summary>A bearer token of a demo account.</summary>
    public async Task<string> TokenAsync(string email)
    {
        await using var scope = Services.CreateAsyncScope();
        var answer = await scope.ServiceProvider.GetRequiredService<TokenIssuer>()
            .IssueAsync(email, DemoAccounts.Password);
        return answer.Token!.Value;
    }

    /// <summary>What the login page would set, without the page.</summary>
    public async Task<string> CookieAsync(string email)
    {
        var user = await FindAsync(email);
        await using var scope = Services.CreateAsyncScope();
        var principal = await scope.ServiceProvider.GetRequiredService<SignInManager<AuraUser>>()
            .CreateUserPrincipalAsync(user);
        var options = Get<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var now = Get<TimeProvider>().GetUtcNow();
        var ticket = new AuthenticationTicket(
            principal,
            new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now + options.ExpireTimeSpan },
            IdentityConstants.ApplicationScheme);
        return $"{options.Cookie.Name}={options.TicketDataFormat.Protect(ticket)}";
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Environment);
        builder.UseContentRoot(ContentRoot);
        foreach (var (key, value) in _settings)
            builder.UseSetting(key, value);
        builder.ConfigureTestServices(services =>
        {
            // Slow hashing is what protects passwords and what every test would wait for.
            services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1);
            KeepLogging(services);
            if (!RunsHangfire)
                RemoveHangfireServer(services);
            if (Clock is not null)
                services.AddSingleton<TimeProvider>(new SteadyClock(Clock));
            foreach (var replace in _replacements)
                replace(services);
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (_ownsFolder && Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
    }

    // Hangfire logs through one provider for the whole process, that of the host which started last; hosts of other
    // tests still ask it for loggers when that host is gone.
    private static void KeepLogging(IServiceCollection services) =>
        services.AddSingleton<ILoggerFactory>(provider => new LastingLoggers(new LoggerFactory(
            provider.GetServices<ILoggerProvider>(),
            provider.GetRequiredService<IOptionsMonitor<LoggerFilterOptions>>(),
            provider.GetRequiredService<IOptions<LoggerFactoryOptions>>())));

    // Hangfire registers its server by a factory, so the descriptor itself names no type; its delegate does.
    private static void RemoveHangfireServer(IServiceCollection services)
    {
        var servers = services
            .Where(service => service.ServiceType == typeof(IHostedService)
                && service.ImplementationFactory?.GetType().GenericTypeArguments is [_, var type]
                && type.Namespace is "Hangfire")
            .ToList();
        Assert.Single(servers);
        services.Remove(servers[0]);
    }

    private sealed class LastingLoggers(LoggerFactory loggers) : ILoggerFactory
    {
        public ILogger CreateLogger(string categoryName) => loggers.CreateLogger(categoryName);

        public void AddProvider(ILoggerProvider provider) => loggers.AddProvider(provider);

        // Ends with the process.
        public void Dispose()
        {
        }
    }
}
