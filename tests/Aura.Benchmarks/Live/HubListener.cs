using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Aura.Benchmarks.Live;

/// <summary>A program that is told the rounds by the hub, in MessagePack.</summary>
internal sealed class HubListener : IAsyncDisposable
{
    private readonly HubConnection _hub;
    private long _rounds;

    private HubListener(Visitor visitor)
    {
        _hub = new HubConnectionBuilder()
            .WithUrl(new Uri(visitor.Url, "/hubs/rounds"), options =>
            {
                options.AccessTokenProvider = () => Task.FromResult<string?>(visitor.Token);
                options.Transports = HttpTransportType.WebSockets;
                options.SkipNegotiation = true;
            })
            .AddMessagePackProtocol()
            .Build();
        _hub.On<object>("RoundCompleted", _ => Interlocked.Increment(ref _rounds));
    }

    public long Rounds => Interlocked.Read(ref _rounds);

    public static async Task<HubListener> ConnectAsync(Visitor visitor)
    {
        var listener = new HubListener(visitor);
        await listener._hub.StartAsync();
        // Connected is not yet listening; the answer to a call is.
        await listener._hub.InvokeAsync("Subscribe", 0L);
        return listener;
    }

    public ValueTask DisposeAsync() => _hub.DisposeAsync();
}
