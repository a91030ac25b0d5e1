using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Aura.Dashboard.Tests.Contracts;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;

namespace Aura.Dashboard.Tests.Publishing.Hub;

/// <summary>The hub as a program sees it that is not a page.</summary>
public sealed class RoundHubTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly RoundDriver _rounds = RoundDriver.Start(host => host.With("Market:Scenario", "extreme-gold"));

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _rounds.Dispose();

    [Fact]
    public async Task A_client_receives_every_round_and_every_change_of_a_breaker_in_order()
    {
        await using var hub = await ConnectAsync(ApiCaller.Operator);
        var messages = Listen(hub);
        using var caller = await ApiCaller.SignInAsync(_rounds.Host);

        await _rounds.RunAsync(3);
        var trip = await caller.TripAsync("SYSTEM", Command.Valid());
        await _rounds.RunAsync();

        var seen = new List<(string Name, JsonNode Body)>();
        while (seen.Count < 6)
            seen.Add(await messages.ReadAsync(Cancelled).AsTask().WaitAsync(Patience, Cancelled));
        Assert.Equal(
            [
                "RoundCompleted 1", "RoundCompleted 2", "RoundCompleted 3", "BreakerChanged GOLD Open",
                "BreakerChanged SYSTEM Isolated", "RoundCompleted 4",
            ],
            seen.Select(message => message.Body["number"] is { } number
                ? $"{message.Name} {number}"
                : $"{message.Name} {message.Body["scope"]} {message.Body["to"]}"),
            StringComparer.Ordinal);
        Assert.True(JsonNode.DeepEquals(trip.Transition, seen[4].Body));
        Approved.Matches("hub-round-completed", seen[2].Body);
        Approved.Matches("hub-breaker-changed-by-a-round", seen[3].Body);
        Approved.Matches("hub-breaker-changed-by-a-person", seen[4].Body);
    }

    [Theory]
    [InlineData("compliance@aura.demo")]
    [InlineData("auditor@aura.demo")]
    [InlineData("admin@aura.demo")]
    public async Task Every_role_may_listen(string email)
    {
        await using var hub = await ConnectAsync(email);

        Assert.Equal(HubConnectionState.Connected, hub.State);
    }

    [Fact]
    public async Task Without_a_token_the_answer_is_401()
    {
        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => ConnectAsync(email: null));

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    private static ChannelReader<(string Name, JsonNode Body)> Listen(HubConnection hub)
    {
        var messages = Channel.CreateUnbounded<(string, JsonNode)>();
        foreach (string name in new[] { "RoundCompleted", "BreakerChanged" })
            hub.On<JsonElement>(name, body => messages.Writer.TryWrite((name, JsonNode.Parse(body.GetRawText())!)));
        return messages.Reader;
    }

    private async Task<HubConnection> ConnectAsync(string? email)
    {
        string? token = email is null ? null : await _rounds.Host.TokenAsync(email);
        var hub = new HubConnectionBuilder().WithUrl(new Uri("https://localhost/hubs/rounds"), options =>
        {
            options.HttpMessageHandlerFactory = _ => _rounds.Host.Server.CreateHandler();
            // The test server has no socket; long polling is the transport that needs none.
            options.Transports = HttpTransportType.LongPolling;
            options.AccessTokenProvider = () => Task.FromResult(token);
        }).Build();
        try
        {
            await hub.StartAsync(Cancelled);
            return hub;
        }
        catch
        {
            await hub.DisposeAsync();
            throw;
        }
    }
}
