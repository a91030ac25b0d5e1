using System.Globalization;
using Aura.Engine.Market;
using CsCheck;
using Xunit;

namespace Aura.Engine.Tests.Market;

/// <summary>Dates of the changes: Energy Policy Act of 2005 §110 (from 2007) and Public Law 99-359 (1987 to 2006).</summary>
public sealed class NewYorkTimeTests
{
    [Theory]
    // Daylight time from the second Sunday of March to the first Sunday of November.
    [InlineData("2025-03-07", "2025-03-07T21:00:00Z")]
    [InlineData("2025-03-09", "2025-03-09T20:00:00Z")]
    [InlineData("2025-10-31", "2025-10-31T20:00:00Z")]
    [InlineData("2025-11-02", "2025-11-02T21:00:00Z")]
    [InlineData("2007-03-12", "2007-03-12T20:00:00Z")]
    // Before 2007 from the first Sunday of April to the last Sunday of October.
    [InlineData("2006-03-31", "2006-03-31T21:00:00Z")]
    [InlineData("2006-04-02", "2006-04-02T20:00:00Z")]
    [InlineData("2006-10-27", "2006-10-27T20:00:00Z")]
    [InlineData("2006-10-29", "2006-10-29T21:00:00Z")]
    public void A_session_closes_at_16_New_York(string day, string close) =>
        Assert.Equal(DateTimeOffset.Parse(close), NewYorkTime.CloseOf(DateOnly.Parse(day)));

    [Theory]
    [InlineData("2025-06-06T03:59:59Z", "2025-06-05")]
    [InlineData("2025-06-06T04:00:00Z", "2025-06-06")]
    [InlineData("2025-01-06T04:59:59Z", "2025-01-05")]
    [InlineData("2025-01-06T05:00:00Z", "2025-01-06")]
    // The day of the change still begins at the old offset.
    [InlineData("2025-03-09T04:59:59Z", "2025-03-08")]
    [InlineData("2025-03-09T05:00:00Z", "2025-03-09")]
    [InlineData("2025-11-02T03:59:59Z", "2025-11-01")]
    [InlineData("2025-11-03T04:59:59Z", "2025-11-02")]
    public void A_date_is_that_of_New_York(string instant, string date) =>
        Assert.Equal(DateOnly.Parse(date), NewYorkTime.DateOf(DateTimeOffset.Parse(instant)));

    [Fact]
    public void Any_instant_has_a_date()
    {
        // A vendor may stamp year 1, and a decision must not end there.
        foreach (var instant in (DateTimeOffset[])[DateTimeOffset.MinValue, DateTimeOffset.MinValue.AddHours(3), DateTimeOffset.MaxValue])
            Assert.Equal(instant.Year, NewYorkTime.DateOf(instant).Year);
    }

    [Fact]
    public void Every_instant_from_1990_to_2030_agrees_with_the_zone_data_of_this_machine()
    {
        Assert.SkipUnless(
            TimeZoneInfo.TryFindSystemTimeZoneById("America/New_York", out var zone), "This machine has no zone data.");
        var from = new DateTimeOffset(1990, 1, 1, 0, 0, 0, TimeSpan.Zero);
        long minutes = (long)(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero) - from).TotalMinutes;

        Gen.Long[0, minutes].Sample(
            minute =>
            {
                var instant = from.AddMinutes(minute);
                var local = TimeZoneInfo.ConvertTime(instant, zone);
                Assert.Equal(DateOnly.FromDateTime(local.DateTime), NewYorkTime.DateOf(instant));
            },
            iter: 20_000);

        for (var day = new DateOnly(1990, 1, 1); day.Year < 2030; day = day.AddDays(1))
        {
            var local = day.ToDateTime(new TimeOnly(16, 0));
            Assert.Equal(
                new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime(), NewYorkTime.CloseOf(day));
        }

        // Every hour around midnight of every day: where the two offsets differ.
        for (var instant = from; instant.Year < 2030; instant = instant.AddDays(1))
            for (int hour = 3; hour < 8; hour++)
                Assert.Equal(
                    TimeZoneInfo.ConvertTime(instant.AddHours(hour), zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    NewYorkTime.DateOf(instant.AddHours(hour)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }
}
