using System.Net;
using Aura.Dashboard.Configuration;
using Aura.Dashboard.Scheduling;
using Aura.Engine.Rounds;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Aura.Dashboard.Tests.Recovery;

/// <summary>The system clock steps while the host runs; what the host measures goes on.</summary>
public sealed class ClockJumpTests : IDisposable
{
    private readonly FakeTimeProvider _passing = new(RoundDriver.FirstMoment);
    private readonly SteppedClock _system;
    private readonly RoundDriver _rounds;

    public ClockJumpTests()
    {
        _system = new SteppedClock(_passing);
        _rounds = RoundDriver.Start(
            host => host.Replacing(services => services.AddSingleton<TimeProvider>(new SteadyClock(_system))), clock: _passing);
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _rounds.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task A_step_of_an_hour_neither_shortens_nor_extends_a_cool_down(int hours)
    {
        using var caller = await ApiCaller.SignInAsync(_rounds.Host);
        await caller.TripAsync("GOLD", Command.Valid());
        _rounds.Clock.Advance(TimeSpan.FromSeconds(9));

        _system.Step = TimeSpan.FromHours(hours);
        var early = await caller.ResetAsync("GOLD", Command.Valid(2));
        _rounds.Clock.Advance(TimeSpan.FromSeconds(1));
        var onTime = await caller.ResetAsync("GOLD", Command.Valid(2));

        Assert.Equal((HttpStatusCode.Conflict, "cooling-down"), (early.Status, early.Code));
        Assert.Equal(TimeSpan.FromSeconds(1), early.RetryAfter);
        Assert.Equal(HttpStatusCode.OK, onTime.Status);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task A_step_of_an_hour_neither_doubles_nor_skips_a_slot(int hours)
    {
        await RunJobAsync();
        _system.Step = TimeSpan.FromHours(hours);
        await RunJobAsync();
        await RunJobAsync();

        var walk = await LedgerWalk.HoldsAsync(_rounds.Host);
        Assert.Equal(3, walk.Rounds);
        Assert.IsType<Notice.RuleSetChanged>(Assert.Single(walk.Notices));
        Assert.Equal(
            [5.0, 10.0, 15.0],
            _rounds.Feed.Current.History.Select(report => (report.Slot.Instant - RoundDriver.FirstMoment).TotalSeconds));
    }

    [Theory]
    [InlineData("2026-03-08T06:59:50Z", "New York begins daylight saving time at 07:00 UTC")]
    [InlineData("2026-11-01T05:59:50Z", "New York ends daylight saving time at 06:00 UTC")]
    [InlineData("2028-02-28T23:59:50Z", "29 February begins")]
    [InlineData("2028-02-29T23:59:50Z", "29 February ends")]
    public void Slots_are_in_UTC_and_know_no_day_that_is_shorter_or_longer(string start, string why)
    {
        var schedule = RoundSchedule.Parse("*/5 * * * * *");
        var from = DateTimeOffset.Parse(start, System.Globalization.CultureInfo.InvariantCulture);

        var missed = schedule.Between(new(from), new(from.AddSeconds(20)));

        Assert.True(
            missed == new Notice.SlotsMissed(new(from.AddSeconds(5)), new(from.AddSeconds(15)), 3), $"{why}: {missed}");
        Assert.Equal(from.AddDays(1), schedule.LatestAt(from.AddDays(1).AddSeconds(4))?.Instant);
    }

    private async Task RunJobAsync()
    {
        _rounds.Clock.Advance(TimeSpan.FromSeconds(5));
        await _rounds.Host.Get<RoundJob>().RunAsync(Cancelled);
    }

    /// <summary>A system clock that somebody sets while time passes as before.</summary>
    private sealed class SteppedClock(FakeTimeProvider passing) : TimeProvider
    {
        public TimeSpan Step { get; set; }

        public override long TimestampFrequency => passing.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => passing.GetUtcNow() + Step;

        public override long GetTimestamp() => passing.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            passing.CreateTimer(callback, state, dueTime, period);
    }
}
