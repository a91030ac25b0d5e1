namespace Aura.Engine.Market;

/// <summary>What a refusal's headers say about the next request, as they were sent.</summary>
/// <param name="RetryAfter"><c>Retry-After</c>: seconds or an HTTP date.</param>
/// <param name="RateLimitReset">
/// <c>X-Ratelimit-Reset</c> or <c>RateLimit-Reset</c>: seconds from now, or seconds since 1970 as Finnhub sends them.
/// </param>
public readonly record struct RefusalHeaders(string? RetryAfter, string? RateLimitReset)
{
    /// <summary>Headers that say nothing.</summary>
    public static RefusalHeaders None { get; }
}
