using System.Globalization;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Aura.Dashboard.Tests.Publishing.Hub;

/// <summary>A program that listens to the hub over a WebSocket, in either encoding.</summary>
internal sealed class HubClient : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HubConnection _hub;
    private readonly Channel<(string Name, JsonNode Body)> _messages =
        Channel.CreateUnbounded<(string Name, JsonNode Body)>();

    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HubClient(HubConnection hub, Encoding encoding)
    {
        _hub = hub;
        foreach (string name in (string[])["RoundCompleted", "BreakerChanged"])
        {
            if (encoding is Encoding.Json)
                hub.On<JsonElement>(name, body => Take(name, JsonNode.Parse(body.GetRawText())!));
            else
                hub.On<object>(name, body => Take(name, Plain(body)!));
        }

        hub.Closed += _ =>
        {
            _closed.TrySetResult();
            return Task.CompletedTask;
        };
    }

    /// <summary>Also what xunit shows in the name of a test.</summary>
    public enum Encoding
    {
        Json,
        MessagePack,
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<HubClient> ConnectAsync(
        AuraHost host, string email = ApiCaller.Operator, Encoding encoding = Encoding.Json, string? token = null)
    {
        token ??= await host.TokenAsync(email);
        var builder = new HubConnectionBuilder().WithUrl(new Uri("https://localhost/hubs/rounds"), options =>
        {
            options.Transports = HttpTransportType.WebSockets;
            options.SkipNegotiation = true;
            options.WebSocketFactory = async (context, cancellationToken) =>
                await OpenAsync(host, context.Uri, token, cancellationToken);
        });
        if (encoding is Encoding.MessagePack)
            builder.AddMessagePackProtocol();
        var client = new HubClient(builder.Build(), encoding);
        await client._hub.StartAsync(Cancelled);
        return client;
    }

    /// <summary>Also proves that the server has taken the connection in: the answer comes after that.</summary>
    public Task SubscribeAsync(long lastSeen) =>
        _hub.InvokeAsync("Subscribe", lastSeen, Cancelled).WaitAsync(Patience, Cancelled);

    public Task SendAsync(object argument) => _hub.SendAsync("Subscribe", argument, Cancelled);

    public Task ClosedAsync() => _closed.Task.WaitAsync(Patience, Cancelled);

    public async Task<(string Name, JsonNode Body)> NextAsync() =>
        await _messages.Reader.ReadAsync(Cancelled).AsTask().WaitAsync(Patience, Cancelled);

    public async Task<IReadOnlyList<string>> NextAsync(int count)
    {
        var told = new List<string>(count);
        while (told.Count < count)
        {
            var (name, body) = await NextAsync();
            told.Add(body["number"] is { } number ? $"{name} {number}" : $"{name} {body["scope"]} {body["to"]}");
        }

        return told;
    }

    public async ValueTask DisposeAsync() => await _hub.DisposeAsync();

    private static async Task<WebSocket> OpenAsync(
        AuraHost host, Uri address, string token, CancellationToken cancellationToken)
    {
        var sockets = host.Server.CreateWebSocketClient();
        sockets.ConfigureRequest = request => request.Headers.Authorization = $"Bearer {token}";
        return await sockets.ConnectAsync(address, cancellationToken);
    }

    // What MessagePack reads without knowing the type: maps, arrays and plain values.
    private static JsonNode? Plain(object? value) => value switch
    {
        null => null,
        IDictionary<object, object> map => new JsonObject(map.Select(member =>
            KeyValuePair.Create((string)member.Key, Plain(member.Value)))),
        object[] items => new JsonArray([.. items.Select(Plain)]),
        string text => JsonValue.Create(text),
        bool flag => JsonValue.Create(flag),
        double number => JsonValue.Create(number),
        IConvertible whole => JsonValue.Create(whole.ToInt64(CultureInfo.InvariantCulture)),
        _ => throw new NotSupportedException(value.GetType().Name),
    };

    private void Take(string name, JsonNode body) => _messages.Writer.TryWrite((name, body));
}
