namespace Aura.Dashboard.Sources.Live;

/// <summary>The header by which a vendor asks for silence, in seconds or as a date.</summary>
internal static class RetryAfter
{
    // A wrong clock or a hostile header must not switch a vendor off for good.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>Until when, a day at most; null without the header.</summary>
    public static DateTimeOffset? Of(HttpResponseMessage response, DateTimeOffset now) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => now + (delta < Longest ? delta : Longest),
        { Date: { } date } => date < now + Longest ? date : now + Longest,
        _ => null,
    };
}
