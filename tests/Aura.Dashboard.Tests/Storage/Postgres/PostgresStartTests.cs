using Aura.Dashboard.Configuration;
using Aura.Dashboard.Identity;
using Aura.Dashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aura.Dashboard.Tests.Storage.Postgres;

public sealed class PostgresStartTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("aura-");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Hosts_that_start_together_on_an_empty_database_prepare_it_once()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Postgres);
        var hosts = await Task.WhenAll(Enumerable.Range(0, 3)
            .Select(_ => Task.Run(() => database.Host().Started(), Cancelled)));
        try
        {
            await using var context =
                await hosts[0].Get<IDbContextFactory<AuraDbContext>>().CreateDbContextAsync(Cancelled);
            Assert.Equal(DemoAccounts.All.Count, await context.Users.CountAsync(Cancelled));
            Assert.Equal(AuraRoles.All.Count, await context.Roles.CountAsync(Cancelled));
            foreach (var host in hosts)
                Assert.True((await host.CreateClient().GetAsync(new Uri("/health/ready", UriKind.Relative), Cancelled))
                    .IsSuccessStatusCode);
        }
        finally
        {
            foreach (var host in hosts)
                host.Dispose();
        }
    }

    [Fact]
    public async Task A_session_of_one_host_is_good_on_the_other()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Postgres);
        using var one = database.Host().Started();
        using var other = database.Host().Started();

        using var client = other.CreateClient();
        client.DefaultRequestHeaders.Add("Cookie", await one.CookieAsync(DemoAccounts.All[0].Email));
        using var page = await client.GetAsync(new Uri("/", UriKind.Relative), Cancelled);
        Assert.Equal(System.Net.HttpStatusCode.OK, page.StatusCode);

        using var program = other.CreateClient();
        program.DefaultRequestHeaders.Authorization = new("Bearer", await one.TokenAsync(DemoAccounts.All[0].Email));
        using var answer = await program.GetAsync(new Uri("/api/v1/breakers", UriKind.Relative), Cancelled);
        Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public void A_server_that_does_not_answer_is_named_instead_of_a_stack_trace()
    {
        using var host = OnPostgres($"Host={_folder.FullName};Database=aura");

        var refused = Assert.Throws<AuraSettingsException>(() => host.Started());

        string error = Assert.Single(refused.Errors);
        Assert.StartsWith("Storage:ConnectionString leads to a server that cannot be used: ", error, StringComparison.Ordinal);
        Assert.Contains(_folder.FullName, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(StorageOptions.DefaultConnectionString, "Data Source")]
    [InlineData("Database=aura", "no host is named")]
    [InlineData("Host=db", "no database is named")]
    public void A_connection_string_that_leads_nowhere_is_refused(string connectionString, string fault)
    {
        using var host = OnPostgres(connectionString);

        var refused = Assert.Throws<AuraSettingsException>(() => host.Started());

        string error = Assert.Single(refused.Errors);
        Assert.StartsWith($"Storage:ConnectionString is '{connectionString}': ", error, StringComparison.Ordinal);
        Assert.Contains(fault, error, StringComparison.OrdinalIgnoreCase);
        Assert.EndsWith(
            "accepted with Storage:Provider Postgres is 'Host=db;Database=aura;Username=aura'.", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_password_is_not_repeated_in_a_refusal()
    {
        using var host = OnPostgres("Database=aura;Password=lemon");

        var refused = Assert.Throws<AuraSettingsException>(() => host.Started());

        Assert.StartsWith(
            "Storage:ConnectionString is '(hidden)': no host is named", Assert.Single(refused.Errors), StringComparison.Ordinal);
    }

    private static AuraHost OnPostgres(string connectionString) =>
        new AuraHost().With("Storage:Provider", "Postgres").With("Storage:ConnectionString", connectionString);
}
