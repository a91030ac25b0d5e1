using Aura.Dashboard.Configuration;
using Microsoft.Extensions.Configuration;

namespace Aura.Dashboard.Tests.Configuration;

public sealed class LoopbackAddressesTests
{
    [Theory]
    [InlineData("http://localhost:5080")]
    [InlineData("http://LOCALHOST:5080")]
    [InlineData("http://127.0.0.1:5080")]
    [InlineData("http://127.8.9.1:5080")]
    [InlineData("http://[::1]:5080")]
    [InlineData("https://localhost:5081;http://127.0.0.1:5080;")]
    [InlineData("")]
    public void Loopback_urls_are_loopback(string urls) => Assert.Empty(Find(("urls", urls)));

    [Theory]
    [InlineData("http://*:5080")]
    [InlineData("http://+:5080")]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://[::]:5080")]
    [InlineData("http://192.168.1.4:5080")]
    [InlineData("http://localhost.example.org:5080")]
    [InlineData("http://my-laptop:5080")]
    [InlineData("http://unix:/run/aura.sock")]
    [InlineData("not an address")]
    public void Wildcards_names_and_anything_unknown_are_open(string url) =>
        Assert.Equal([$"urls is '{url}'"], Find(("urls", url)));

    [Fact]
    public void One_open_address_among_loopback_ones_is_found() =>
        Assert.Equal(["urls is 'http://*:80'"], Find(("urls", "http://localhost:5080;http://*:80")));

    [Fact]
    public void Nothing_configured_is_the_default_of_the_server_which_is_loopback() => Assert.Empty(Find());

    [Theory]
    [InlineData("http_ports")]
    [InlineData("https_ports")]
    public void A_port_alone_means_every_interface(string key) =>
        Assert.Equal([$"{key} is '8080'", $"{key} is '8081'"], Find((key, "8080;8081")));

    [Fact]
    public void Urls_switch_the_port_settings_off() =>
        Assert.Empty(Find(("urls", "http://localhost:5080"), ("http_ports", "8080")));

    [Fact]
    public void Loopback_endpoints_are_loopback() => Assert.Empty(Find(
        ("Kestrel:Endpoints:Http:Url", "http://localhost:5080"), ("Kestrel:Endpoints:Https:Url", "https://[::1]:5081")));

    [Fact]
    public void An_open_endpoint_is_found_also_beside_loopback_urls() => Assert.Equal(
        ["Kestrel:Endpoints:Http:Url is 'http://*:80'"],
        Find(("urls", "http://localhost:5080"), ("Kestrel:Endpoints:Http:Url", "http://*:80")));

    [Fact]
    public void An_endpoint_without_an_address_is_open() =>
        Assert.Single(Find(("Kestrel:Endpoints:Http:Protocols", "Http2")));

    [Theory]
    [InlineData("http://localhost:9001", true)]
    [InlineData("http://127.0.0.1:9001/stub", true)]
    [InlineData("http://[::1]:9001", true)]
    [InlineData("https://www.alphavantage.co", false)]
    [InlineData("http://127.0.0.1.example.org", false)]
    [InlineData("file:///tmp/stub", false)]
    [InlineData("localhost:9001", false)]
    [InlineData(null, false)]
    public void A_vendor_address_is_loopback_or_not(string? url, bool expected) =>
        Assert.Equal(expected, LoopbackAddresses.IsLoopbackUrl(url));

    private static IReadOnlyList<string> Find(params (string Key, string Value)[] settings) =>
        LoopbackAddresses.FindOpenListeners(new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)))
            .Build());
}
