using Aura.Engine.Canon;
using Aura.Engine.Rounds;
using Cronos;

namespace Aura.Dashboard.Configuration;

/// <summary>The schedule of the rounds, read from <c>Rounds:Cron</c>.</summary>
internal sealed class RoundSchedule
{
    private static readonly TimeSpan LongestPeriod = TimeSpan.FromDays(366);

    private readonly CronExpression _cron;

    private RoundSchedule(CronExpression cron, TimeSpan period)
    {
        _cron = cron;
        Period = period;
    }

    /// <summary>The shortest time between two slots.</summary>
    public TimeSpan Period { get; }

    /// <summary>The most slots of any UTC day within 32 days of the schedule's first one.</summary>
    public int MostInADay()
    {
        // A schedule of seconds has too many slots to count and repeats within the hour anyway.
        if (Period < TimeSpan.FromMinutes(1))
            return (int)(TimeSpan.FromDays(1) / Period);

        var first = _cron.GetNextOccurrence(new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc), inclusive: true);
        return first is not { } start
            ? 0
            : _cron.GetOccurrences(start.Date, start.Date.AddDays(32), fromInclusive: true, toInclusive: false)
                .CountBy(slot => slot.Date).Max(day => day.Value);
    }

    /// <summary>Reads a schedule of five or six fields.</summary>
    /// <exception cref="FormatException">The text is not a schedule, or fires less than once a year.</exception>
    public static RoundSchedule Parse(string cron)
    {
        CronExpression expression;
        try
        {
            var format = cron.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length == 6
                ? CronFormat.IncludeSeconds
                : CronFormat.Standard;
            expression = CronExpression.Parse(cron, format);
        }
        catch (CronFormatException exception)
        {
            throw new FormatException(exception.Message, exception);
        }

        var period = ShortestGap(expression);
        return period <= LongestPeriod
            ? new RoundSchedule(expression, period)
            : throw new FormatException("The schedule fires less than once a year.");
    }

    /// <summary>The latest slot at or before an instant, or null when the schedule has not fired within a year.</summary>
    public Slot? LatestAt(DateTimeOffset now)
    {
        var until = now.UtcDateTime;
        // Doubling windows: a schedule of seconds is found in the first one, a yearly one in the last.
        for (var window = Period; window <= TimeSpan.FromDays(732); window *= 2)
        {
            var latest = _cron.GetOccurrences(until - window, until, fromInclusive: true, toInclusive: true)
                .Select(occurrence => (DateTime?)occurrence)
                .LastOrDefault();
            if (latest is { } at)
                return new Slot(new DateTimeOffset(at, TimeSpan.Zero));
        }

        return null;
    }

    /// <summary>The slots strictly between two, or null when there is none.</summary>
    public Notice.SlotsMissed? Between(Slot after, Slot before)
    {
        Slot? first = null, last = null;
        long count = 0;
        foreach (var occurrence in _cron.GetOccurrences(
            after.Instant.UtcDateTime, before.Instant.UtcDateTime, fromInclusive: false, toInclusive: false))
        {
            last = new Slot(new DateTimeOffset(occurrence, TimeSpan.Zero));
            first ??= last;
            count++;
        }

        return first is { } from && last is { } to ? new Notice.SlotsMissed(from, to, count) : null;
    }

    private static TimeSpan ShortestGap(CronExpression cron)
    {
        const int Samples = 200;
        var start = new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        var occurrences = new List<DateTime>(Samples);
        for (DateTime? at = cron.GetNextOccurrence(start, inclusive: true);
             at is { } time && occurrences.Count < Samples;
             at = cron.GetNextOccurrence(time))
            occurrences.Add(time);

        return occurrences.Count < 2
            ? throw new FormatException("The schedule fires less than twice.")
            : occurrences.Zip(occurrences.Skip(1), (earlier, later) => later - earlier).Min();
    }
}
