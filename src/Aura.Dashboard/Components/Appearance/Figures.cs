using System.Diagnostics;
using Aura.Engine.Market;

namespace Aura.Dashboard.Components.Appearance;

/// <summary>Numbers and times as people read them; what is not known is a dash, never a zero.</summary>
internal static class Figures
{
    public const string Unknown = "–";

    /// <summary>Two places: enough to read, the exact value stands beside it.</summary>
    public static string Price(decimal? value) => value is { } price ? price.ToString("N2", Languages.Current) : Unknown;

    /// <summary>Four places, for what is compared with a price.</summary>
    public static string Fine(decimal? value) => value is { } fine ? fine.ToString("N4", Languages.Current) : Unknown;

    /// <summary>Every place that the engine computed, at least two.</summary>
    public static string Exact(decimal? value) => value is { } exact ? exact.ToString("#,##0.00##########", Languages.Current) : Unknown;

    /// <summary>Four places, because sources that agree well differ by hundredths of a percent.</summary>
    public static string Percent(decimal? value) => value is { } percent ? percent.ToString("N4", Languages.Current) + " %" : Unknown;

    /// <summary>A threshold, as short as it was configured.</summary>
    public static string Limit(decimal percent) => Short(percent) + " %";

    public static string Score(decimal score) => Short(decimal.Round(score, 2, MidpointRounding.ToEven));

    /// <summary>As many places as say something.</summary>
    public static string Short(decimal value) => value.ToString("#,##0.############################", Languages.Current);

    /// <summary>A count, its thousands apart.</summary>
    public static string Count(long value) => value.ToString("N0", Languages.Current);

    public static string UnitOf(PriceUnit unit) => unit switch
    {
        PriceUnit.Share => T("USD per share"),
        PriceUnit.TroyOunce => T("USD per troy ounce"),
        _ => throw new UnreachableException(),
    };

    public static string ShortUnitOf(PriceUnit unit) => unit switch
    {
        PriceUnit.Share => T("USD/share"),
        PriceUnit.TroyOunce => T("USD/oz"),
        _ => throw new UnreachableException(),
    };

    /// <summary>How long ago; a moment ahead of the clock counts as now.</summary>
    public static string Age(DateTimeOffset at, DateTimeOffset now)
    {
        var age = now - at;
        return T("{0} ago", Span(age > TimeSpan.Zero ? age : TimeSpan.Zero));
    }

    /// <summary>How long still; rounded up, so that it never says 0 while somebody has to wait.</summary>
    public static string Wait(DateTimeOffset until, DateTimeOffset now) =>
        Span(TimeSpan.FromSeconds(Math.Ceiling(Math.Max(0, (until - now).TotalSeconds))));

    public static string Span(TimeSpan span) => span switch
    {
        { TotalSeconds: < 60 } => T("{0} s", (int)span.TotalSeconds),
        { TotalMinutes: < 60, Seconds: 0 } => T("{0} min", (int)span.TotalMinutes),
        { TotalMinutes: < 60 } => T("{0} min {1} s", (int)span.TotalMinutes, span.Seconds),
        { TotalHours: < 24 } => T("{0} h {1} min", (int)span.TotalHours, span.Minutes),
        _ => T("{0} d {1} h", (int)span.TotalDays, span.Hours),
    };
}
