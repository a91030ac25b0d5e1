using System.Net;
using System.Net.Sockets;
using Aura.Dashboard.Sources.Live;

namespace Aura.Dashboard.Tests.Sources.Live;

/// <summary>Where a vendor's name may lead.</summary>
public sealed class PinnedConnectionTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("169.254.169.254")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("10.1.2.3")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.0.1")]
    [InlineData("100.64.0.1")]
    [InlineData("127.0.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::1")]
    [InlineData("::")]
    [InlineData("fe80::1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("64:ff9b::a00:1")]
    [InlineData("2002:a00:1::")]
    [InlineData("2001:db8::1")]
    public async Task An_address_of_our_own_is_refused_however_it_is_reached(string address)
    {
        Assert.False(AddressRules.IsPublic(IPAddress.Parse(address)));
        await RefusedAsync("vendor.example", allowsLoopback: true, IPAddress.Parse(address));
        await RefusedAsync("vendor.example", allowsLoopback: true, IPAddress.Parse("93.184.215.14"), IPAddress.Parse(address));
    }

    [Theory]
    [InlineData("93.184.215.14")]
    [InlineData("172.32.0.1")]
    [InlineData("2606:2800:21f:cb07:6820:80da:af6b:8b2c")]
    [InlineData("::ffff:93.184.215.14")]
    public void A_public_address_is_allowed(string address) =>
        Assert.True(AddressRules.IsPublic(IPAddress.Parse(address)));

    // 2130706433 and 017700000001 are 127.0.0.1 in other digits; the last dot makes a name that is not 'localhost'.
    [Theory]
    [InlineData("2130706433")]
    [InlineData("017700000001")]
    [InlineData("0x7f.1")]
    [InlineData("127.0.0.1")]
    [InlineData("localhost.")]
    [InlineData("[::ffff:10.0.0.1]")]
    public async Task Another_way_of_writing_an_address_is_no_way_in(string host)
    {
        await RefusedAsync(host.Trim('[', ']'), allowsLoopback: false, IPAddress.Loopback);
        await RefusedAsync(new Uri($"https://{host}").IdnHost, allowsLoopback: false, IPAddress.Loopback);
    }

    [Fact]
    public async Task A_name_is_resolved_once_and_the_address_that_was_checked_is_the_one_that_is_called()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        int lookups = 0;
        var connection = new PinnedConnection(
            (_, _) => Task.FromResult<IPAddress[]>(
                [lookups++ == 0 ? IPAddress.Loopback : IPAddress.Parse("169.254.169.254")]),
            allowsLoopback: true);

        await using var stream = await connection.ConnectAsync(
            new DnsEndPoint("localhost", ((IPEndPoint)listener.LocalEndpoint).Port), Cancelled);

        using var accepted = await listener.AcceptSocketAsync(Cancelled);
        Assert.Equal((1, IPAddress.Loopback), (lookups, ((IPEndPoint)accepted.LocalEndPoint!).Address));
        // The second answer of the flipping name meets the same check.
        await Assert.ThrowsAsync<HttpRequestException>(
            () => connection.ConnectAsync(new DnsEndPoint("localhost", 9), Cancelled).AsTask());
    }

    private static async Task RefusedAsync(string host, bool allowsLoopback, params IPAddress[] addresses) =>
        await Assert.ThrowsAsync<HttpRequestException>(() => new PinnedConnection(
            (_, _) => Task.FromResult(addresses), allowsLoopback).ConnectAsync(new DnsEndPoint(host, 443), Cancelled).AsTask());
}
