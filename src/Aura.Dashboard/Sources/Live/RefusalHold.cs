using Aura.Engine.Market;

namespace Aura.Dashboard.Sources.Live;

/// <summary>How long a key rests after its vendor refused for too many requests.</summary>
internal static class RefusalHold
{
    private const string RetryAfter = "Retry-After";

    // An allowance of a day comes back at an hour that no vendor states; asking once an hour finds it without costing much.
    private static readonly TimeSpan AfterQuota = TimeSpan.FromHours(1);

    private static readonly TimeSpan AfterThrottle = TimeSpan.FromMinutes(1);

    /// <summary>Until when; null for an answer that is no such refusal.</summary>
    public static DateTimeOffset? Until(
        RefusalCode code, RefusalHeaders headers, ReadOnlyMemory<byte> body, DateTimeOffset receivedAt) => code switch
        {
            RefusalCode.QuotaSpent => RefusalBackoff.NextAllowed(code, headers, body, receivedAt) ?? receivedAt + AfterQuota,
            RefusalCode.Throttled => RefusalBackoff.NextAllowed(code, headers, body, receivedAt) ?? receivedAt + AfterThrottle,
            _ => null,
        };

    /// <summary>Until when a vendor asks for silence in so many words, whatever else it answers; null when it does not.</summary>
    public static DateTimeOffset? AskedFor(HttpResponseMessage response, DateTimeOffset now) =>
        First(response, RetryAfter) is { } asked
            ? RefusalBackoff.NextAllowed(RefusalCode.Throttled, new RefusalHeaders(asked, null), default, now)
            : null;

    /// <summary>What a response says about the next request.</summary>
    public static RefusalHeaders HeadersOf(HttpResponseMessage response) =>
        new(First(response, RetryAfter), First(response, "X-Ratelimit-Reset") ?? First(response, "RateLimit-Reset"));

    private static string? First(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
