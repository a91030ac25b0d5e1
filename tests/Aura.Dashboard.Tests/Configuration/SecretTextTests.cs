using Aura.Dashboard.Configuration;

namespace Aura.Dashboard.Tests.Configuration;

public sealed class SecretTextTests
{
    [Theory]
    [InlineData("Market:Vendors:Finnhub:ApiKey", "c0ffee")]
    [InlineData("ALPHA_VANTAGE_API_KEY", "demo")]
    [InlineData("Kestrel:Certificates:Default:Password", "123456")]
    [InlineData("Webhooks:0:Secret", "hunter2")]
    [InlineData("Secrets:Finnhub", "hunter2")]
    [InlineData("Hub:AccessToken", "x")]
    [InlineData("Chain:PrivateKey", "0x1")]
    [InlineData("chain:privatekey", "0x1")]
    [InlineData("Storage:ConnectionString", "Host=db;Database=aura;Username=aura;Password=hunter2")]
    [InlineData("Storage:ConnectionString", "Data Source=aura.db; PWD = hunter2")]
    [InlineData("Market:Proxy", "http://operator:hunter2@proxy.example.org:8080")]
    [InlineData("Keys:Node1", "-----BEGIN PRIVATE KEY-----\nMC4CAQ\n-----END PRIVATE KEY-----")]
    [InlineData("Keys:Node1", "-----BEGIN EC PRIVATE KEY-----\nMHcCAQ")]
    [InlineData("Keys:Node1", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")]
    [InlineData("Keys:Node1", "0x9F86D081884C7D659A2FEAA0C55AD015A3BF4F1B2B0B822CD15D6C15B0F00A08")]
    [InlineData("Market:Note", "zT4kQ9vXw2LmB7rYc1HsJ8nDf3GpUe6A")]
    public void A_secret_is_recognised(string key, string value)
    {
        string? reason = SecretText.FindReason(key, value);

        Assert.NotNull(reason);
        Assert.DoesNotContain(value, reason, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("Market:Vendors:Finnhub:ApiKey", "")]
    [InlineData("Market:Vendors:Finnhub:ApiKey", " ")]
    [InlineData("Accounts:RequirePassword", "true")]
    [InlineData("Api:TokenLifetime", "00:15:00")]
    [InlineData("Api:TokenLifetime", "1.00:00:00")]
    [InlineData("Storage:ConnectionString", "Data Source=data/aura.db")]
    [InlineData("Storage:ConnectionString", "Host=db;Database=aura;Username=aura;Password=")]
    [InlineData("Market:Replay:Path", "/srv/AuraDashboard/Recordings2026/Prices/Aligned")]
    [InlineData("Market:Proxy", "http://proxy.example.org:8080/a@b")]
    [InlineData("Keys:Directory", "/var/lib/aura/keys")]
    [InlineData("Keys:Node1", "-----BEGIN PUBLIC KEY-----\nMCowBQ")]
    [InlineData("Ledger:Hash", "9f86d081884c7d659a2feaa0c55ad015")]
    [InlineData("Rounds:Cron", "*/5 * * * * *")]
    [InlineData("Market:Note", "thisIsALongCamelCaseNameWith1Digit2AndMore")]
    public void What_is_no_secret_is_left_alone(string key, string value) =>
        Assert.Null(SecretText.FindReason(key, value));
}
