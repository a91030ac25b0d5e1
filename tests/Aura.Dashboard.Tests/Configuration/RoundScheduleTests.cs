using System.Globalization;
using Aura.Dashboard.Configuration;

namespace Aura.Dashboard.Tests.Configuration;

public sealed class RoundScheduleTests
{
    [Theory]
    [InlineData("*/5 * * * * *", "2025-06-05T14:00:07.500Z", "2025-06-05T14:00:05Z")]
    [InlineData("*/5 * * * * *", "2025-06-05T14:00:10.000Z", "2025-06-05T14:00:10Z")]
    [InlineData("*/5 * * * * *", "2025-06-05T14:00:09.999Z", "2025-06-05T14:00:05Z")]
    [InlineData("* * * * * *", "2025-12-31T23:59:59.999Z", "2025-12-31T23:59:59Z")]
    [InlineData("*/5 * * * *", "2025-06-05T14:07:30.000Z", "2025-06-05T14:05:00Z")]
    [InlineData("*/5 * * * *", "2026-01-01T00:00:00.000Z", "2026-01-01T00:00:00Z")]
    [InlineData("  */5   * * * *  ", "2026-01-01T00:04:59.000Z", "2026-01-01T00:00:00Z")]
    // A weekend, a month of 31 days and a year lie between two slots.
    [InlineData("0 16 * * 1-5", "2025-06-08T12:00:00.000Z", "2025-06-06T16:00:00Z")]
    [InlineData("0 0 31 * *", "2025-07-30T00:00:00.000Z", "2025-05-31T00:00:00Z")]
    [InlineData("0 0 1 1 *", "2025-12-31T23:59:59.000Z", "2025-01-01T00:00:00Z")]
    // UTC knows neither the hour that Europe skips on this day nor the one that New York repeats on that day.
    [InlineData("0 30 1 * * *", "2025-03-30T02:00:00.000Z", "2025-03-30T01:30:00Z")]
    [InlineData("0 30 5,6 * * *", "2025-11-02T06:10:00.000Z", "2025-11-02T05:30:00Z")]
    public void The_latest_slot_is_the_last_one_at_or_before_now(string cron, string now, string expected) =>
        Assert.Equal(At(expected), RoundSchedule.Parse(cron).LatestAt(At(now))!.Value.Instant);

    [Fact]
    public void Another_offset_is_the_same_moment()
    {
        var schedule = RoundSchedule.Parse("0 * * * *");
        var now = At("2025-06-05T14:30:00Z");

        Assert.Equal(schedule.LatestAt(now), schedule.LatestAt(now.ToOffset(TimeSpan.FromHours(5.5))));
    }

    [Theory]
    [InlineData("*/5 * * * * *", 5)]
    [InlineData("* * * * * *", 1)]
    [InlineData("0,1 * * * * *", 1)]
    [InlineData("*/7 * * * * *", 4)]
    [InlineData("*/5 * * * *", 300)]
    [InlineData("0 0 1 * *", 28 * 86_400)]
    public void The_period_is_the_shortest_gap(string cron, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), RoundSchedule.Parse(cron).Period);

    [Theory]
    [InlineData("")]
    [InlineData("often")]
    [InlineData("* * * *")]
    [InlineData("* * * * * * *")]
    [InlineData("61 * * * *")]
    [InlineData("0 0 30 2 *")]
    [InlineData("0 0 29 2 *")]
    public void What_is_no_schedule_is_refused(string cron) =>
        Assert.Throws<FormatException>(() => RoundSchedule.Parse(cron));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
