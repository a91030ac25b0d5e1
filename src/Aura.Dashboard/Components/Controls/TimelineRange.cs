namespace Aura.Dashboard.Components.Controls;

/// <summary>How far back a timeline goes, by the name that it has in an address.</summary>
internal sealed record TimelineRange(string Id, TimeSpan Length)
{
    private static readonly TimeSpan Usual = TimeSpan.FromHours(6);

    public static readonly IReadOnlyList<TimelineRange> All =
    [
        new("15m", TimeSpan.FromMinutes(15)), new("1h", TimeSpan.FromHours(1)), new("6h", TimeSpan.FromHours(6)), new("24h", TimeSpan.FromDays(1)),
        new("7d", TimeSpan.FromDays(7)), new("30d", TimeSpan.FromDays(30)), new("365d", TimeSpan.FromDays(365)),
    ];

    /// <summary>The range of this name; six hours for every other.</summary>
    public static TimelineRange Of(string? id) =>
        All.FirstOrDefault(range => string.Equals(range.Id, id, StringComparison.Ordinal)) ?? All.Single(range => range.Length == Usual);
}
