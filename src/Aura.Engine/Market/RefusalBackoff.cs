using System.Globalization;

namespace Aura.Engine.Market;

/// <summary>
/// When a vendor that refused for too many requests may be asked again, as its answer states it. Nothing is guessed: an
/// answer that names no time and no window gives none.
/// </summary>
public static class RefusalBackoff
{
    // A wrong clock or a hostile header must not switch a source off for longer than any vendor's window lasts.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    // A second of theirs may end a second after ours.
    private static readonly TimeSpan AfterSecond = TimeSpan.FromSeconds(2);

    // A reset is stated as seconds from now or as seconds since 1970; no wait is this long and no clock this early.
    private const long LongestSecondsFromNow = 100_000_000;

    /// <summary>The earliest time of the next request.</summary>
    /// <param name="code">The class of the refusal; only quota-spent and throttled carry a time.</param>
    /// <param name="headers">What the response's headers say; they win over the body.</param>
    /// <param name="body">The raw body.</param>
    /// <param name="receivedAt">When the answer came, UTC.</param>
    /// <returns>At or after <paramref name="receivedAt"/> and at most a day later, UTC; null when none is stated.</returns>
    public static DateTimeOffset? NextAllowed(
        RefusalCode code, RefusalHeaders headers, ReadOnlyMemory<byte> body, DateTimeOffset receivedAt)
    {
        if (code is not (RefusalCode.QuotaSpent or RefusalCode.Throttled))
            return null;

        return Within(OfRetryAfter(headers.RetryAfter, receivedAt), receivedAt)
            ?? Within(OfReset(headers.RateLimitReset, receivedAt), receivedAt)
            ?? Within(OfBody(body, receivedAt), receivedAt);
    }

    private static DateTimeOffset? Within(DateTimeOffset? next, DateTimeOffset receivedAt)
    {
        if (next is not { } stated)
            return null;
        if (stated < receivedAt)
            return receivedAt;

        return stated - receivedAt > Longest ? receivedAt + Longest : stated;
    }

    // RFC 9110, 10.2.3: a number of seconds or a date.
    private static DateTimeOffset? OfRetryAfter(string? text, DateTimeOffset receivedAt) =>
        Seconds(text) is { } seconds
            ? receivedAt + Wait(seconds, TimeSpan.FromSeconds(1))
            : DateTimeOffset.TryParseExact(
                text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;

    private static DateTimeOffset? OfReset(string? text, DateTimeOffset receivedAt) => Seconds(text) switch
    {
        null => null,
        <= LongestSecondsFromNow and long seconds => receivedAt + Wait(seconds, TimeSpan.FromSeconds(1)),
        long seconds => DateTimeOffset.UnixEpoch + Wait(seconds, TimeSpan.FromSeconds(1), int.MaxValue),
    };

    private static DateTimeOffset? OfBody(ReadOnlyMemory<byte> body, DateTimeOffset receivedAt)
    {
        var sentences = RefusalBody.SentencesOf(body);
        return sentences.Select(text => OfWait(text, receivedAt)).FirstOrDefault(next => next is not null)
            ?? sentences.Select(text => OfWindow(text, receivedAt)).FirstOrDefault(next => next is not null);
    }

    // "in 30 seconds", "after 2 minutes", "wait 1 hour".
    private static DateTimeOffset? OfWait(RefusalText text, DateTimeOffset receivedAt)
    {
        string[] words = text.Words;
        for (int i = 1; i + 1 < words.Length; i++)
            if (words[i - 1] is "in" or "after" or "wait" or "for"
                && Seconds(words[i]) is { } count && LengthOf(words[i + 1]) is { } unit)
                return receivedAt + Wait(count, unit);

        return null;
    }

    private static DateTimeOffset? OfWindow(RefusalText text, DateTimeOffset receivedAt)
    {
        bool running = text.Says(
            "current minute", "this minute", "the minute", "current hour", "this hour", "the hour");
        return text.Window switch
        {
            RefusalWindow.Second => receivedAt + AfterSecond,
            RefusalWindow.Minute => After(receivedAt, TimeSpan.FromMinutes(1), running),
            RefusalWindow.Hour => After(receivedAt, TimeSpan.FromHours(1), running),
            RefusalWindow.Day when text.Says("tomorrow", "midnight") => After(receivedAt, TimeSpan.FromDays(1), running: true),
            // No vendor states when its day ends.
            _ => null,
        };
    }

    // A window of the clock ends at its next full multiple; any other one is over after its whole length.
    private static DateTimeOffset After(DateTimeOffset receivedAt, TimeSpan length, bool running)
    {
        var utc = receivedAt.ToUniversalTime();
        return running ? utc.AddTicks(length.Ticks - (utc.Ticks % length.Ticks)) : utc + length;
    }

    private static TimeSpan? LengthOf(string unit) => unit switch
    {
        "second" or "seconds" or "sec" or "s" => TimeSpan.FromSeconds(1),
        "minute" or "minutes" or "min" => TimeSpan.FromMinutes(1),
        "hour" or "hours" => TimeSpan.FromHours(1),
        _ => null,
    };

    private static TimeSpan Wait(long count, TimeSpan unit, long most = LongestSecondsFromNow) =>
        TimeSpan.FromTicks(Math.Min(count, most / (long)unit.TotalSeconds) * unit.Ticks);

    private static long? Seconds(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds) ? seconds : null;
}
