using Aura.Dashboard.Scheduling;
using Aura.Engine.Canon;
using Aura.Engine.Rounds;

namespace Aura.Dashboard.Tests.Scheduling;

public sealed class RoundJobTests : IDisposable
{
    private readonly RoundDriver _rounds = RoundDriver.Start();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private RoundJob Job => _rounds.Host.Get<RoundJob>();

    public void Dispose() => _rounds.Dispose();

    [Fact]
    public async Task A_slot_that_fires_twice_is_run_once()
    {
        var first = await Job.RunAsync(_rounds.Slot, Cancelled);
        var second = await Job.RunAsync(_rounds.Slot, Cancelled);

        Assert.Equal((RoundRun.Completed, RoundRun.NotClaimed), (first, second));
        Assert.Equal(1, (await LedgerWalk.HoldsAsync(_rounds.Host)).Rounds);
    }

    [Fact]
    public async Task A_slot_that_fires_eight_times_at_once_is_run_once()
    {
        var slot = _rounds.Slot;
        var runs = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Job.RunAsync(slot, Cancelled))));

        Assert.Single(runs, RoundRun.Completed);
        Assert.Equal(7, runs.Count(run => run is RoundRun.NotClaimed));
        Assert.Equal(1, (await LedgerWalk.HoldsAsync(_rounds.Host)).Rounds);
    }

    [Fact]
    public async Task Two_slots_at_once_leave_no_gap_in_the_numbers()
    {
        var slot = _rounds.Slot;
        var next = new Slot(slot.Instant.AddSeconds(5));
        var runs = await Task.WhenAll(
            Task.Run(() => Job.RunAsync(slot, Cancelled)), Task.Run(() => Job.RunAsync(next, Cancelled)));
        _rounds.Clock.Advance(TimeSpan.FromSeconds(5));
        var report = await _rounds.RunAsync();

        // Both gathered for round 1 when they claimed before either was decided; the loser is abandoned, never renumbered.
        int completed = runs.Count(run => run is RoundRun.Completed);
        Assert.InRange(completed, 1, 2);
        Assert.Equal(completed + 1, report.Round.Value);
        Assert.Equal(completed + 1, (await LedgerWalk.HoldsAsync(_rounds.Host)).Rounds);
    }

    [Fact]
    public async Task Waking_late_runs_the_latest_slot()
    {
        _rounds.Clock.Advance(TimeSpan.FromSeconds(7.3));

        await Job.RunAsync(Cancelled);

        var report = _rounds.Feed.Current.Latest!;
        Assert.Equal(RoundDriver.FirstMoment.AddSeconds(5), report.Slot.Instant);
        Assert.Equal(1, report.Round.Value);
    }

    [Fact]
    public async Task Missed_slots_leave_no_gap_in_the_numbers()
    {
        await _rounds.RunAsync();
        _rounds.Clock.Advance(TimeSpan.FromHours(3));

        Assert.Equal(2, (await _rounds.RunAsync()).Round.Value);
    }

    [Fact]
    public async Task A_slot_claimed_before_a_restart_is_not_run_again()
    {
        await _rounds.RunAsync();
        using var again = RoundDriver.Start(folder: _rounds.Host.Folder, clock: _rounds.Clock);

        Assert.Equal(RoundRun.NotClaimed, await again.Host.Get<RoundJob>().RunAsync(again.Slot, Cancelled));
        Assert.Equal(2, (await again.RunAsync()).Round.Value);
    }

    [Fact]
    public async Task Stopping_while_gathering_is_an_abandoned_slot_and_no_round()
    {
        using var stop = new CancellationTokenSource();
        using var vendor = new VendorStub(async (_, cancelled) =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, cancelled);
            throw new InvalidOperationException("unreachable");
        });
        using var rounds = RoundDriver.Start(host => vendor.Plays(host, "Finnhub"));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => rounds.Host.Get<RoundJob>().RunAsync(rounds.Slot, stop.Token));

        var walk = await LedgerWalk.HoldsAsync(rounds.Host);
        Assert.Equal(0, walk.Decisions);
        Assert.Equal(
            new Notice.SlotAbandoned(rounds.Slot, new RoundNumber(1), SlotAbandonment.Stopped), walk.Notices[^1]);
    }
}
