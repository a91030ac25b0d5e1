using System.Text.Json;
using Aura.EndToEndTests.Infrastructure;
using Microsoft.AspNetCore.SignalR.Client;

namespace Aura.EndToEndTests;

public sealed class HubClientTests(CalmDashboard calm)
{
    [Fact]
    public async Task A_client_that_is_no_page_receives_rounds_and_breaker_changes()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var rest = await RestClient.SignInAsync(calm.Url, "operator");
        await using var hub = new HubConnectionBuilder()
            .WithUrl($"{calm.Url}/hubs/rounds", options => options.AccessTokenProvider =
                () => Task.FromResult<string?>(rest.Token))
            .Build();
        var round = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        var change = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        hub.On<JsonElement>("RoundCompleted", value => round.TrySetResult(value));
        hub.On<JsonElement>("BreakerChanged", value => change.TrySetResult(value));
        await hub.StartAsync(cancellation);
        // Connected is not yet listening; the answer to a call is.
        await hub.InvokeAsync("Subscribe", 0L, cancellation);

        using var answer = await rest.CommandAsync("SYSTEM", "trip", expectedVersion: 1);
        answer.EnsureSuccessStatusCode();

        var completed = await round.Task.WaitAsync(TimeSpan.FromSeconds(10), cancellation);
        var changed = await change.Task.WaitAsync(TimeSpan.FromSeconds(10), cancellation);
        Assert.Equal(2, completed.GetProperty("assets").GetArrayLength());
        Assert.Equal("Isolated", changed.GetProperty("to").GetString());
    }
}
