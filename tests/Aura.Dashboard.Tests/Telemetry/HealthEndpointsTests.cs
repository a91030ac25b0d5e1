using System.Net;
using System.Text.Json.Nodes;
using Aura.Dashboard.Scheduling;
using Hangfire;
using Microsoft.Data.Sqlite;

namespace Aura.Dashboard.Tests.Telemetry;

/// <summary>What a supervisor is told: ready is migrated, recovered and scheduled; a late feed is degraded, still 200.</summary>
public sealed class HealthEndpointsTests : IDisposable
{
    private readonly RoundDriver _rounds = RoundDriver.Start();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _rounds.Dispose();

    [Fact]
    public async Task Ready_is_migrated_recovered_and_scheduled()
    {
        await _rounds.RunAsync();

        var (status, body) = await ReadyAsync();

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(
            """{"status":"Healthy","checks":{"database":"Healthy","feed":"Healthy","schedule":"Healthy"}}""",
            InOrder(body), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Before_the_first_round_and_when_rounds_are_late_the_feed_is_degraded_and_the_answer_still_200()
    {
        Assert.Equal((HttpStatusCode.OK, "Degraded", "Degraded"), await FeedAsync());
        await _rounds.RunAsync();
        _rounds.Clock.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal((HttpStatusCode.OK, "Healthy", "Healthy"), await FeedAsync());
        _rounds.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((HttpStatusCode.OK, "Degraded", "Degraded"), await FeedAsync());
    }

    [Fact]
    public async Task Without_a_schedule_it_is_not_ready()
    {
        await _rounds.RunAsync();
        _rounds.Host.Get<IRecurringJobManager>().RemoveIfExists(RoundJob.Id);

        var (status, body) = await ReadyAsync();

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy"), (status, (string?)body["checks"]!["schedule"]));
    }

    [Fact]
    public async Task What_is_not_recovered_is_not_ready()
    {
        _rounds.Feed.Recover([], []);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy", "Unhealthy"), await FeedAsync());
    }

    [Fact]
    public async Task What_waits_for_a_migration_is_not_ready_and_still_alive()
    {
        await using (var database = new SqliteConnection(
            $"Data Source={Path.Combine(_rounds.Host.Folder, "aura.db")};Pooling=False"))
        {
            await database.OpenAsync(Cancelled);
            await using var forget = database.CreateCommand();
            forget.CommandText = "DELETE FROM __EFMigrationsHistory";
            await forget.ExecuteNonQueryAsync(Cancelled);
        }

        var (status, body) = await ReadyAsync();

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy"), (status, (string?)body["checks"]!["database"]));
        using var client = _rounds.Host.CreateClient();
        using var alive = await client.GetAsync(new Uri("/health/live", UriKind.Relative), Cancelled);
        Assert.Equal(HttpStatusCode.OK, alive.StatusCode);
    }

    private async Task<(HttpStatusCode Status, string? Overall, string? Feed)> FeedAsync()
    {
        var (status, body) = await ReadyAsync();
        return (status, (string?)body["status"], (string?)body["checks"]!["feed"]);
    }

    private async Task<(HttpStatusCode Status, JsonNode Body)> ReadyAsync()
    {
        using var client = _rounds.Host.CreateClient();
        var answer = await ApiAnswer.ReadAsync(await client.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancelled));
        return (answer.Status, answer.Body);
    }

    private static string InOrder(JsonNode body) => new JsonObject
    {
        ["status"] = body["status"]!.DeepClone(),
        ["checks"] = new JsonObject(body["checks"]!.AsObject()
            .OrderBy(check => check.Key, StringComparer.Ordinal)
            .Select(check => KeyValuePair.Create(check.Key, check.Value?.DeepClone()))),
    }.ToJsonString();
}
