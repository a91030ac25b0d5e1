using Aura.Dashboard.Components.Appearance;

namespace Aura.Dashboard.Tests.Components;

/// <summary>New York changes its clocks on 8 March and 1 November 2026.</summary>
public sealed class DeskZoneTests
{
    [Theory]
    [InlineData("2026-03-08T06:59:59Z", "01:59:59", "2026-03-08T01:59:59.000-05:00")]
    [InlineData("2026-03-08T07:00:00Z", "03:00:00", "2026-03-08T03:00:00.000-04:00")]
    [InlineData("2026-11-01T05:59:59Z", "01:59:59", "2026-11-01T01:59:59.000-04:00")]
    [InlineData("2026-11-01T06:00:00Z", "01:00:00", "2026-11-01T01:00:00.000-05:00")]
    public void New_York_changes_its_clock_and_the_offset_tells_the_two_hours_apart(string utc, string time, string iso)
    {
        var zone = Assert.IsType<DeskZone>(DeskZone.NewYork);
        var instant = DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(time, zone.Time(instant));
        Assert.Equal(iso, zone.Iso(instant));
    }

    [Fact]
    public void A_browser_in_an_unknown_zone_is_offered_what_is_known() =>
        Assert.Equal(["utc", "new-york"], DeskZone.Choices("Mars/Olympus").Select(zone => zone.Id));

    [Fact]
    public void A_stamp_names_its_clock() =>
        Assert.Equal("2026-01-02 15:00:00 UTC", DeskZone.Utc.Stamp(Sample.Start));
}
