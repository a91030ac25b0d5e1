namespace Aura.Dashboard.Sources.Live;

/// <summary>The header by which a vendor asks for silence, in seconds or as a date.</summary>
internal static class RetryAfter
{
    /// <summary>Until when; null without the header.</summary>
    public static DateTimeOffset? Of(HttpResponseMessage response, DateTimeOffset now) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => now + delta,
        { Date: { } date } => date,
        _ => null,
    };
}
