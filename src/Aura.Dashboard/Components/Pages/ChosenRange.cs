using System.Globalization;

namespace Aura.Dashboard.Components.Pages;

/// <summary>
/// A stretch of time as an address states it: <c>range=1h</c>, which follows the clock, or <c>from=</c> and <c>to=</c> in
/// ISO 8601, either of which may be open.
/// </summary>
/// <param name="Word">The word of a relative range; null for one between two instants.</param>
/// <param name="From">Inclusive.</param>
/// <param name="To">Exclusive; null as long as time goes on.</param>
/// <param name="Fault">What is wrong with the address, and what is accepted; null when nothing is.</param>
public sealed record ChosenRange(string? Word, DateTimeOffset From, DateTimeOffset? To, string? Fault)
{
    /// <summary>The words and their lengths, shortest first.</summary>
    public static readonly IReadOnlyList<(string Word, TimeSpan Length)> Relative =
    [
        ("15m", TimeSpan.FromMinutes(15)),
        ("1h", TimeSpan.FromHours(1)),
        ("6h", TimeSpan.FromHours(6)),
        ("24h", TimeSpan.FromHours(24)),
        ("7d", TimeSpan.FromDays(7)),
    ];

    /// <summary>Everything there is.</summary>
    public static readonly ChosenRange All = new(null, DateTimeOffset.MinValue, null, null);

    private static readonly string[] Accepted = [.. Relative.Select(known => known.Word)];

    /// <summary>The length of a relative range; null for one between two instants.</summary>
    public TimeSpan? Length => Word is null ? null : Relative[Array.IndexOf(Accepted, Word)].Length;

    /// <summary>What an address asks for; without a word in it, everything.</summary>
    public static ChosenRange OrAll(string? word, string? from, string? to, DateTimeOffset now) =>
        word is null && from is null && to is null ? All : Of(word, from, to, now);

    /// <summary>What an address asks for; without a word in it, the shortest relative range.</summary>
    public static ChosenRange Of(string? word, string? from, string? to, DateTimeOffset now)
    {
        if (from is not null || to is not null)
            return Between(from, to, now);

        string wanted = word ?? Accepted[0];
        return Array.IndexOf(Accepted, wanted) is var place and >= 0
            ? new ChosenRange(wanted, now - Relative[place].Length, null, null)
            : Refused(T("The range is '{0}': accepted is one of {1}.", wanted, string.Join(", ", Accepted)), now);
    }

    private static ChosenRange Between(string? from, string? to, DateTimeOffset now)
    {
        if (!TryRead(from, out var first))
            return Refused(NotATime("from", from), now);
        if (!TryRead(to, out var end))
            return Refused(NotATime("to", to), now);
        if (first is { } start && (end ?? now) <= start)
            return Refused(T("'from' is '{0}': accepted is a time before 'to'.", from), now);
        return new ChosenRange(null, first ?? DateTimeOffset.MinValue, end, null);
    }

    private static string NotATime(string name, string? text) =>
        T("'{0}' is '{1}': accepted is a time such as {2}.", name, text, "2026-06-05T14:00:00Z");

    private static ChosenRange Refused(string fault, DateTimeOffset now) => new(Accepted[0], now - Relative[0].Length, null, fault);

    // Without an offset a time is UTC.
    private static bool TryRead(string? text, out DateTimeOffset? instant)
    {
        instant = null;
        if (string.IsNullOrEmpty(text))
            return true;
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var read))
            return false;
        instant = read.ToUniversalTime();
        return true;
    }
}
