namespace Aura.Dashboard.Publishing.Live.Views;

internal static class Age
{
    /// <summary>Seconds with three places; never negative, since a computed completion may lie a moment ahead of the clock.</summary>
    public static double Seconds(DateTimeOffset at, DateTimeOffset now) =>
        Math.Max(0, Math.Round((now - at).TotalSeconds, 3));
}
