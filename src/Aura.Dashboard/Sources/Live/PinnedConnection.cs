using System.Net;
using System.Net.Sockets;
using Aura.Dashboard.Configuration;

namespace Aura.Dashboard.Sources.Live;

/// <summary>
/// Connects to an address that was resolved once and checked: a name that answers differently the second time never
/// gets a second time. TLS still checks the certificate against the name.
/// </summary>
internal sealed class PinnedConnection(NameLookup lookup, bool allowsLoopback)
{
    public async ValueTask<Stream> ConnectAsync(DnsEndPoint target, CancellationToken cancellationToken)
    {
        var addresses = IPAddress.TryParse(target.Host, out var literal)
            ? [literal]
            : await lookup(target.Host, cancellationToken);
        // One bad address among good ones is an attempt, not a choice.
        if (addresses.Length == 0 || !addresses.All(address => IsAllowed(target.Host, address)))
            throw new HttpRequestException("The vendor's name leads to an address that is not public.");

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, target.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private bool IsAllowed(string host, IPAddress address) =>
        AddressRules.IsPublic(address)
        || (allowsLoopback && LoopbackAddresses.IsLoopbackHost(host) && IPAddress.IsLoopback(address));
}
