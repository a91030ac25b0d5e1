using Aura.Dashboard.Publishing.Live;

namespace Aura.Dashboard.Tests.Storage.Postgres;

/// <summary>On the real clock: Hangfire's workers of two hosts share the schedule.</summary>
public sealed class HangfireOnPostgresTests
{
    private const int Rounds = 4;

    [Fact(Timeout = 90_000)]
    public async Task Two_hosts_run_each_slot_of_the_schedule_once()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Postgres);
        using var one = Host(database).Started();
        using var other = Host(database).Started();

        foreach (var host in (AuraHost[])[one, other])
        {
            await foreach (var snapshot in host.Get<RoundFeed>().WatchAsync(TestContext.Current.CancellationToken))
            {
                if (snapshot.History.Length < Rounds)
                    continue;
                Assert.Equal(
                    Enumerable.Range(1, snapshot.History.Length), snapshot.History.Select(report => (int)report.Round.Value));
                Assert.Equal(
                    snapshot.History.Length, snapshot.History.DistinctBy(report => report.Slot).Count());
                break;
            }
        }
    }

    private static AuraHost Host(TestDatabase database) =>
        database.Host(runsHangfire: true).With("Rounds:Cron", "* * * * * *").With("Rounds:GatherTimeout", "00:00:00.5");
}
