using System.Net;
using System.Text.Json.Nodes;
using Aura.Dashboard.Tests.Contracts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.SignalR;

namespace Aura.Dashboard.Tests.Publishing.Hub;

/// <summary>The hub as a program sees it that is not a page.</summary>
public sealed class RoundHubTests : IDisposable
{
    private readonly RoundDriver _rounds = RoundDriver.Start(host => host.With("Market:Scenario", "extreme-gold"));

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _rounds.Dispose();

    [Theory]
    [InlineData(nameof(HubClient.Encoding.Json))]
    [InlineData(nameof(HubClient.Encoding.MessagePack))]
    public async Task A_client_receives_every_round_and_every_change_of_a_breaker_in_order_and_in_one_shape(
        string encoding)
    {
        await using var hub = await HubClient.ConnectAsync(
            _rounds.Host, encoding: Enum.Parse<HubClient.Encoding>(encoding));
        await hub.SubscribeAsync(0);
        using var caller = await ApiCaller.SignInAsync(_rounds.Host);

        await _rounds.RunAsync(3);
        var trip = await caller.TripAsync("SYSTEM", Command.Valid());
        await _rounds.RunAsync();

        var seen = new List<(string Name, JsonNode Body)>();
        while (seen.Count < 6)
            seen.Add(await hub.NextAsync());
        Assert.Equal(
            [
                "RoundCompleted 1", "RoundCompleted 2", "RoundCompleted 3", "BreakerChanged GOLD Open",
                "BreakerChanged SYSTEM Isolated", "RoundCompleted 4",
            ],
            seen.Select(message => message.Body["number"] is { } number
                ? $"{message.Name} {number}"
                : $"{message.Name} {message.Body["scope"]} {message.Body["to"]}"),
            StringComparer.Ordinal);
        Assert.Equal(trip.Transition.ToJsonString(), seen[4].Body.ToJsonString());
        Approved.Matches("hub-round-completed", seen[2].Body);
        Approved.Matches("hub-breaker-changed-by-a-round", seen[3].Body);
        Approved.Matches("hub-breaker-changed-by-a-person", seen[4].Body);
    }

    [Theory]
    [InlineData(nameof(HubClient.Encoding.Json))]
    [InlineData(nameof(HubClient.Encoding.MessagePack))]
    public async Task Subscribe_sends_every_missed_round_in_order_and_then_live_ones(string encoding)
    {
        await _rounds.RunAsync(60);
        await using var hub = await HubClient.ConnectAsync(
            _rounds.Host, encoding: Enum.Parse<HubClient.Encoding>(encoding));

        await hub.SubscribeAsync(3);
        await _rounds.RunAsync(2);

        Assert.Equal(
            Enumerable.Range(4, 59).Select(number => $"RoundCompleted {number}"),
            await hub.NextAsync(59), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_round_is_the_same_from_storage_live_and_over_REST()
    {
        await using var live = await HubClient.ConnectAsync(_rounds.Host);
        await live.SubscribeAsync(0);
        await _rounds.RunAsync();
        await using var late = await HubClient.ConnectAsync(_rounds.Host, encoding: HubClient.Encoding.MessagePack);
        using var caller = await ApiCaller.SignInAsync(_rounds.Host);

        await late.SubscribeAsync(0);

        // Text for text; a number is its value, for storage and MessagePack keep no zeros behind it.
        var expected = Comparable(await caller.ReadAsync("rounds/1"));
        Assert.True(JsonNode.DeepEquals(expected, Comparable((await live.NextAsync()).Body)));
        Assert.True(JsonNode.DeepEquals(expected, Comparable((await late.NextAsync()).Body)));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    [InlineData(long.MaxValue)]
    public async Task A_last_seen_round_that_does_not_exist_is_refused_by_name_value_and_range(long lastSeen)
    {
        await _rounds.RunAsync(2);
        await using var hub = await HubClient.ConnectAsync(_rounds.Host);

        var refused = await Assert.ThrowsAsync<HubException>(() => hub.SubscribeAsync(lastSeen));

        Assert.EndsWith(
            $"'lastSeen' is '{lastSeen}': accepted are 0 (every round) to 2 (the latest round).", refused.Message,
            StringComparison.Ordinal);
        await hub.SubscribeAsync(2);
        await _rounds.RunAsync();
        Assert.Equal(["RoundCompleted 3"], await hub.NextAsync(1));
    }

    [Fact]
    public async Task Changes_of_a_breaker_come_by_rising_version_while_commands_and_rounds_race()
    {
        await using var hub = await HubClient.ConnectAsync(_rounds.Host);
        await hub.SubscribeAsync(0);
        using var caller = await ApiCaller.SignInAsync(_rounds.Host);

        for (int i = 0; i < 15; i++)
        {
            var (state, version) = await caller.BreakerAsync("GOLD");
            bool isReset = state is "Isolated" or "Open";
            var round = _rounds.RunAsync();
            var command = Command.Valid(version);
            await Task.WhenAll(round, isReset ? caller.ResetAsync("GOLD", command) : caller.TripAsync("GOLD", command));
        }

        var (_, last) = await caller.BreakerAsync("GOLD");
        Assert.True(last > 5);
        var versions = new List<long>();
        while (versions.Count < last - 1)
        {
            if (await hub.NextAsync() is ("BreakerChanged", var change))
                versions.Add((long)change["version"]!);
        }

        Assert.Equal(Enumerable.Range(2, (int)last - 1).Select(version => (long)version), versions);
    }

    [Theory]
    [InlineData("compliance@aura.demo")]
    [InlineData("auditor@aura.demo")]
    [InlineData("admin@aura.demo")]
    public async Task Every_role_may_listen(string email)
    {
        await using var hub = await HubClient.ConnectAsync(_rounds.Host, email);
        await hub.SubscribeAsync(0);

        await _rounds.RunAsync();

        Assert.Equal(["RoundCompleted 1"], await hub.NextAsync(1));
    }

    [Fact]
    public async Task Without_a_token_the_answer_is_401()
    {
        using var client = _rounds.Host.CreateClient();
        using var response = await client.PostAsync(
            new Uri("/hubs/rounds/negotiate?negotiateVersion=1", UriKind.Relative), null, Cancelled);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task A_connection_ends_with_its_token()
    {
        await using var hub = await HubClient.ConnectAsync(_rounds.Host);
        await hub.SubscribeAsync(0);

        _rounds.Clock.Advance(TimeSpan.FromMinutes(15));

        await hub.ClosedAsync();
    }

    [Theory]
    [InlineData("deleted")]
    [InlineData("revoked")]
    [InlineData("another role")]
    public async Task A_connection_ends_within_30_seconds_of_a_change_to_its_account(string change)
    {
        string token = await _rounds.Host.TokenAsync(ApiCaller.Operator);
        await using var hub = await HubClient.ConnectAsync(_rounds.Host, token: token);
        await hub.SubscribeAsync(0);
        await using var other = await HubClient.ConnectAsync(_rounds.Host, "auditor@aura.demo");
        await other.SubscribeAsync(0);
        await ChangeAsync(change);

        _rounds.Clock.Advance(TimeSpan.FromSeconds(29));

        await hub.ClosedAsync();
        await using var again = await HubClient.ConnectAsync(_rounds.Host, token: token);
        await again.ClosedAsync();
        await _rounds.RunAsync();
        Assert.Equal(["RoundCompleted 1"], await other.NextAsync(1));
    }

    [Fact]
    public async Task A_message_of_33_KB_closes_the_connection_that_sent_it_and_no_other()
    {
        await using var sender = await HubClient.ConnectAsync(_rounds.Host);
        await using var other = await HubClient.ConnectAsync(_rounds.Host);
        await other.SubscribeAsync(0);

        await sender.SendAsync(new string('x', 33 * 1024));

        await sender.ClosedAsync();
        await _rounds.RunAsync();
        Assert.Equal(["RoundCompleted 1"], await other.NextAsync(1));
    }

    // Sentences are for readers of REST; the hub leaves them out.
    private static JsonNode? Comparable(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members
            .Where(member => !member.Key.Contains("explanation", StringComparison.OrdinalIgnoreCase))
            .Select(member => KeyValuePair.Create(member.Key, Comparable(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Comparable)]),
        JsonValue value when value.GetValueKind() is System.Text.Json.JsonValueKind.Number =>
            JsonValue.Create(double.Parse(value.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture)),
        _ => node?.DeepClone(),
    };

    private Task<bool> ChangeAsync(string change) => _rounds.Host.WithUsersAsync(async users =>
    {
        var user = (await users.FindByEmailAsync(ApiCaller.Operator))!;
        IdentityResult result = change switch
        {
            "deleted" => await users.DeleteAsync(user),
            "revoked" => await users.UpdateSecurityStampAsync(user),
            _ => await users.RemoveFromRoleAsync(user, "Operator"),
        };
        Assert.True(result.Succeeded);
        return true;
    });
}
