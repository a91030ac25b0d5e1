using Aura.Dashboard.Publishing.Live;

namespace Aura.Dashboard.Tests.Scheduling;

/// <summary>The only tests on the real clock: they show that Hangfire wakes the rounds by itself.</summary>
public sealed class HangfireTests
{
    [Fact]
    public async Task Rounds_arrive_by_themselves_each_slot_once()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        using var host = new AuraHost { RunsHangfire = true }
            .With("Rounds:Cron", "* * * * * *").With("Rounds:GatherTimeout", "00:00:00.5").Started();

        await foreach (var snapshot in host.Get<RoundFeed>().WatchAsync(patience.Token))
        {
            if (snapshot.History.Length < 3)
                continue;
            Assert.Equal([1, 2, 3], snapshot.History.Take(3).Select(report => report.Round.Value));
            Assert.Equal(3, snapshot.History.Take(3).DistinctBy(report => report.Slot).Count());
            Assert.All(snapshot.History, report => Assert.Equal(0, report.Slot.Instant.Millisecond));
            break;
        }
    }
}
