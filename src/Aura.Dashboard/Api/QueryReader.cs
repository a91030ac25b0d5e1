using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Aura.Dashboard.Api;

/// <summary>
/// Reads the values of a query and collects what is wrong with them, so that one answer names every fault. From text:
/// the framework answers what it cannot bind with the name of a .NET type.
/// </summary>
internal sealed partial class QueryReader
{
    public const int DefaultLimit = 50;
    public const int LargestLimit = 500;

    private const string RoundNumbers = "a round number from 1 on";

    private readonly Dictionary<string, string[]> _faults = new(StringComparer.Ordinal);

    /// <summary>How many items an answer holds at most.</summary>
    public int Limit(string? text) => (int)Whole("limit", text, DefaultLimit, 1, LargestLimit, $"1 to {LargestLimit}");

    /// <summary>A round number; absent means none.</summary>
    public long RoundBefore(string? text) => Whole("before", text, long.MaxValue, 1, long.MaxValue, RoundNumbers);

    /// <summary>The number of an incident; absent means none.</summary>
    public long IncidentBefore(string? text) =>
        Whole("before", text, long.MaxValue, 1, long.MaxValue, "the number of an incident from 1 on");

    /// <summary>A ledger sequence; absent means before the first entry.</summary>
    public long SequenceAfter(string? text) =>
        Whole("after", text, 0, 0, long.MaxValue, "the sequence of an entry, or 0 for all");

    /// <summary>A round that was decided; it must be named.</summary>
    public long DecidedRound(string key, string? text, long last) => Named(
        key, text, last, last == 0 ? "no round yet: none was decided" : $"a round number from 1 to {last}");

    /// <summary>An entry or a size of the ledger; it must be named.</summary>
    public long Within(string key, string? text, long size) => Named(
        key, text, size, size == 0 ? "nothing yet: the ledger is empty" : $"1 to {size}");

    /// <summary>An instant; absent means an open end.</summary>
    public DateTimeOffset? Instant(string key, string? text)
    {
        if (text is null)
            return null;
        if (Rfc3339().IsMatch(text)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant))
            return instant;

        _faults[key] =
        [
            $"'{key}' is '{text}': accepted is an RFC 3339 time with its offset, as in 2026-11-22T14:00:00Z; "
                + "in a query '+' is written %2B.",
        ];
        return null;
    }

    /// <summary>Notes a fault that only the values together have.</summary>
    public void Refuse(string key, string fault) => _faults.TryAdd(key, [fault]);

    /// <summary>The answer when anything is wrong, otherwise null.</summary>
    public ProblemHttpResult? Problem() =>
        _faults.Count == 0
            ? null
            : TypedResults.Problem(new HttpValidationProblemDetails(_faults)
            {
                Status = StatusCodes.Status400BadRequest,
                Title = "The query is not valid.",
            });

    private long Named(string key, string? text, long largest, string accepted) =>
        Whole(key, text ?? string.Empty, 1, 1, largest, accepted);

    private long Whole(string key, string? text, long absent, long smallest, long largest, string accepted)
    {
        if (text is null)
            return absent;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long value)
            && value >= smallest && value <= largest)
            return value;

        _faults[key] = [$"'{key}' is '{text}': accepted is {accepted}."];
        return absent;
    }

    // The parser alone takes many other spellings too, and times without an offset.
    [GeneratedRegex(
        @"^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d{1,7})?([Zz]|[+-]\d\d:\d\d)$", RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Rfc3339();
}
