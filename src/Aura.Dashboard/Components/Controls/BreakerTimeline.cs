using System.Collections.Immutable;
using Aura.Dashboard.Queries;
using Aura.Engine.Breaker;

namespace Aura.Dashboard.Components.Controls;

/// <summary>
/// What the record says about one breaker over a range, stretch by stretch. What it does not say is unknown: no state is
/// carried back before the first round, nor across a change that is missing.
/// </summary>
internal static class BreakerTimeline
{
    private const long FirstVersion = 1;

    public static ImmutableArray<TimelineSegment> Of(BreakerPast past, DateTimeOffset from, DateTimeOffset to)
    {
        var stretches = new List<TimelineSegment>();
        stretches.AddRange(Beginning(past, to));
        for (int i = 0; i < past.Changes.Count; i++)
        {
            var change = past.Changes[i];
            var next = i + 1 < past.Changes.Count ? past.Changes[i + 1] : null;
            bool joins = next is null || (next.Version == change.Version + 1 && next.From == change.To);
            stretches.Add(new TimelineSegment(change.At, next?.At ?? to, joins ? change.To : null, change.Sequence));
        }

        return
        [
            .. stretches
                .Select(stretch => stretch with { From = Later(stretch.From, from), To = Earlier(stretch.To, to) })
                .Where(stretch => stretch.From < stretch.To),
        ];
    }

    // Before the first change a breaker is Closed, from the first round that knew it. A first change that is not the
    // breaker's first says only what was right before it, which is no stretch.
    private static IEnumerable<TimelineSegment> Beginning(BreakerPast past, DateTimeOffset to)
    {
        var first = past.Changes.Count > 0 ? past.Changes[0] : null;
        var end = first?.At ?? to;
        bool isBeginning = !past.IsCut && (first is null || first.Version == FirstVersion + 1);
        var known = isBeginning && past.KnownSince is { } since ? Earlier(since, end) : end;
        yield return new TimelineSegment(DateTimeOffset.MinValue, known, null, null);
        yield return new TimelineSegment(known, end, BreakerState.Closed, null);
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
