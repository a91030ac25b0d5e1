using Aura.Dashboard.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace Aura.Dashboard.Tests.Identity;

public sealed class DemoAccountsRuleTests
{
    private static readonly string[] Vendors = ["AlphaVantage", "TwelveData", "Finnhub", "GoldApi"];

    // The valid start of every case below; each test breaks one thing.
    private readonly Dictionary<string, string?> _settings = new(StringComparer.Ordinal)
    {
        ["urls"] = "http://localhost:5080",
    };

    private string _environment = "Development";

    [Theory]
    [InlineData(null)]
    [InlineData("Simulated")]
    [InlineData("Replay")]
    [InlineData("replay")]
    public void Development_on_loopback_without_real_prices_allows_them(string? mode)
    {
        _settings["Market:Mode"] = mode;

        Assert.Empty(Obstacles());
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public void Another_environment_refuses_them(string environment)
    {
        _environment = environment;

        Assert.Equal(
            [$"ASPNETCORE_ENVIRONMENT is '{environment}'; demo accounts accept only Development."], Obstacles());
    }

    [Fact]
    public void An_open_listener_refuses_them()
    {
        _settings["urls"] = "http://*:5080";

        Assert.Equal(
            ["urls is 'http://*:5080'; demo accounts accept only localhost and loopback addresses."], Obstacles());
    }

    [Fact]
    public void Live_with_public_vendors_refuses_them()
    {
        _settings["Market:Mode"] = "Live";

        Assert.Equal(4, Obstacles().Count);
        Assert.Contains("Market:Vendors:Finnhub:BaseUrl is not set, so public", Obstacles()[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Live_allows_them_when_every_vendor_is_a_stub_on_this_machine()
    {
        LiveWithStubs();

        Assert.Empty(Obstacles());
    }

    [Fact]
    public void Live_with_one_public_vendor_among_stubs_refuses_them()
    {
        LiveWithStubs();
        _settings["Market:Vendors:GoldApi:BaseUrl"] = "https://api.gold-api.com";

        Assert.Contains("'https://api.gold-api.com'", Assert.Single(Obstacles()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_vendor_that_nobody_knows_counts_too()
    {
        LiveWithStubs();
        _settings["Market:Vendors:Other:BaseUrl"] = "https://example.org";

        Assert.Single(Obstacles());
    }

    [Fact]
    public void An_unknown_mode_refuses_them()
    {
        _settings["Market:Mode"] = "Paper";

        Assert.StartsWith("Market:Mode is 'Paper';", Assert.Single(Obstacles()), StringComparison.Ordinal);
    }

    private void LiveWithStubs()
    {
        _settings["Market:Mode"] = "Live";
        foreach (string vendor in Vendors)
            _settings[$"Market:Vendors:{vendor}:BaseUrl"] = "http://127.0.0.1:9001";
    }

    private IReadOnlyList<string> Obstacles() => DemoAccountsRule.FindObstacles(
        new ConfigurationBuilder().AddInMemoryCollection(_settings).Build(), new FixedEnvironment(_environment));

    private sealed class FixedEnvironment(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;

        public string ApplicationName { get; set; } = "Aura";

        public string ContentRootPath { get; set; } = AppContext.BaseDirectory;

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
