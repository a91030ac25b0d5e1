using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;

namespace Aura.Dashboard.Components.Appearance;

/// <summary>The clock by which a person reads times. Everything inside is UTC; only what is drawn is turned.</summary>
/// <param name="Id">Its name in an address: <c>utc</c>, <c>local</c>, <c>new-york</c>.</param>
/// <param name="Name">What stands behind a time.</param>
/// <param name="Zone">The rules, with the changes of summer and winter.</param>
public sealed record DeskZone(string Id, string Name, TimeZoneInfo Zone)
{
    private const string NewYorkId = "America/New_York";

    public static readonly DeskZone Utc = new("utc", "UTC", TimeZoneInfo.Utc);

    /// <summary>Null on a machine without zone data.</summary>
    public static readonly DeskZone? NewYork = Known("new-york", "New York", NewYorkId);

    /// <summary>What a person can choose from.</summary>
    /// <param name="browserZone">The IANA name that the browser goes by; one that is not known here is left out.</param>
    public static IReadOnlyList<DeskZone> Choices(string? browserZone)
    {
        var local = browserZone is null ? null : Known("local", browserZone, browserZone);
        return [Utc, .. new[] { local, NewYork }.OfType<DeskZone>()];
    }

    /// <summary>The first of these ids that names one of the choices; UTC when none does.</summary>
    public static DeskZone Chosen(IReadOnlyList<DeskZone> choices, params ReadOnlySpan<string?> ids)
    {
        foreach (string? id in ids)
            foreach (var zone in choices)
                if (string.Equals(zone.Id, id, StringComparison.Ordinal))
                    return zone;
        return Utc;
    }

    public DateTimeOffset At(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    public string Time(DateTimeOffset instant) => At(instant).ToString("T", Languages.Current);

    public string Date(DateTimeOffset instant) => At(instant).ToString("d", Languages.Current);

    /// <summary>Date, time and the name of the clock.</summary>
    public string Stamp(DateTimeOffset instant) => $"{Date(instant)} {Time(instant)} {Name}";

    /// <summary>ISO 8601 with the offset in force at that moment: what stands behind every time.</summary>
    public string Iso(DateTimeOffset instant) =>
        At(instant).ToString("yyyy-MM-ddTHH:mm:ss.fffzzz", CultureInfo.InvariantCulture);

    /// <summary>A <c>time</c> element: as much as is asked for, with all of it behind.</summary>
    internal MarkupString Written(DateTimeOffset instant, MomentStyle style = MomentStyle.Stamp)
    {
        string words = style switch
        {
            MomentStyle.Stamp => HtmlEncoder.Default.Encode(Stamp(instant)),
            MomentStyle.Time => Time(instant),
            MomentStyle.Lines => $"{Time(instant)}<small>{Date(instant)}</small>",
            _ => throw new UnreachableException(),
        };
        return new MarkupString($"""<time class="aura-number" datetime="{Utc.Iso(instant)}" title="{Iso(instant)}">{words}</time>""");
    }

    private static DeskZone? Known(string id, string name, string ianaId) =>
        TryFind(ianaId, out var zone) ? new DeskZone(id, name, zone) : null;

    private static bool TryFind(string ianaId, [NotNullWhen(true)] out TimeZoneInfo? zone) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(ianaId, out zone);
}
