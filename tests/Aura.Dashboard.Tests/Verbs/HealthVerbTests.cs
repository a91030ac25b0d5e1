using Aura.Dashboard.Verbs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Aura.Dashboard.Tests.Verbs;

public sealed class HealthVerbTests
{
    [Theory]
    [InlineData(200, 200, "Healthy", 0, "is live; ready: Healthy (database Healthy)")]
    [InlineData(200, 503, "Unhealthy", 0, "is live; ready: Unhealthy (database Unhealthy)")]
    [InlineData(500, 200, "Healthy", 1, "health/live answers 500.")]
    public async Task Only_a_process_that_does_not_live_is_a_failure(
        int live, int ready, string state, int expected, string said)
    {
        await using var server = await ServerAsync(live, ready, state);
        string url = server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

        var (code, output, errors) = await CommandLineTests.RunAsync("health", "--url", url);

        Assert.Equal(expected, code);
        Assert.Contains(said, output + errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_a_failure_with_its_address()
    {
        // Port 9 (discard) is served nowhere: the connection is refused at once.
        var (code, _, errors) = await CommandLineTests.RunAsync("health", "--url", "http://127.0.0.1:9");

        Assert.Equal(1, code);
        Assert.StartsWith("http://127.0.0.1:9/health/live does not answer: ", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost:5000")]
    [InlineData("http://localhost:8080", "http_ports", "8080")]
    [InlineData("https://localhost:8443", "https_ports", "8443;8444")]
    [InlineData("http://localhost:5080", "urls", "http://*:5080")]
    [InlineData("http://localhost:5080", "urls", "http://0.0.0.0:5080;http://localhost:5081")]
    [InlineData("http://localhost:5080", "urls", "http://[::]:5080")]
    [InlineData("http://10.0.0.7:80", "urls", "http://10.0.0.7")]
    [InlineData("http://localhost:5082", "urls", "http://unix:/run/aura.sock;http://localhost:5082")]
    [InlineData("http://localhost:5080", "urls", "http://+:5080", "http_ports", "8080")]
    [InlineData("https://localhost:443", "Kestrel:Endpoints:Https:Url", "https://*", "urls", "http://*:80")]
    public void It_asks_where_the_server_of_the_same_settings_listens(string expected, params string[] settings) =>
        Assert.Equal(expected, OwnAddress.Find(Settings(settings)));

    [Theory]
    [InlineData(null)]
    [InlineData(null, "AllowedHosts", "*")]
    [InlineData("risk.example.org", "AllowedHosts", "risk.example.org;10.0.0.7")]
    [InlineData("health.example.org", "AllowedHosts", "*.example.org")]
    public void It_asks_by_a_name_that_is_allowed(string? expected, params string[] settings) =>
        Assert.Equal(expected, OwnAddress.FindHostName(Settings(settings)));

    private static IConfiguration Settings(string[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Chunk(2).Select(pair => KeyValuePair.Create(pair[0], (string?)pair[1]))).Build();

    private static async Task<WebApplication> ServerAsync(int live, int ready, string state)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapGet("/health/live", () => Results.StatusCode(live));
        app.MapGet("/health/ready", () => Results.Json(
            new { status = state, checks = new { database = state } }, statusCode: ready));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }
}
