namespace Aura.Dashboard.Tests;

public sealed class StrictTransportTests
{
    [Theory]
    [InlineData("Production", "https://risk.example.org", true)]
    [InlineData("Production", "http://risk.example.org", false)]
    [InlineData("Development", "https://risk.example.org", false)]
    public async Task Outside_development_a_browser_that_came_over_tls_keeps_to_it(
        string environment, string address, bool expected)
    {
        using var host = new AuraHost { Environment = environment }.Started();
        using var client = host.CreateDefaultClient(new Uri(address));

        using var response = await client.GetAsync(
            new Uri("/health/live", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(expected, response.Headers.Contains("Strict-Transport-Security"));
    }
}
