namespace Aura.Engine.Market;

/// <summary>
/// New York civil time from the rules of the Energy Policy Act of 2005 and their predecessor of 1987, in plain
/// arithmetic: zone data differ between machines, and the engine must give the same bytes on all of them.
/// </summary>
public static class NewYorkTime
{
    private static readonly TimeOnly Close = new(16, 0);
    private static readonly TimeOnly ChangeHour = new(2, 0);
    private static readonly TimeSpan Standard = TimeSpan.FromHours(-5);
    private static readonly TimeSpan Daylight = TimeSpan.FromHours(-4);

    /// <summary>The trading date in New York at an instant.</summary>
    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(LocalOf(instant));

    /// <summary>The wall clock in New York at an instant.</summary>
    public static DateTime LocalOf(DateTimeOffset instant)
    {
        // A vendor may stamp anything; the first hours of year 1 have no date in New York to fall on.
        if (instant - DateTimeOffset.MinValue < Standard.Negate())
            return DateTime.MinValue;

        var standard = instant.ToOffset(Standard).DateTime;
        var offset = IsDaylight(standard, changeBack: ChangeHour.AddHours(-1)) ? Daylight : Standard;
        return instant.ToOffset(offset).DateTime;
    }

    /// <summary>
    /// The instant of a wall clock in New York, UTC; the first of the two in the hour that is repeated in autumn. Null
    /// where the calendar ends before that instant.
    /// </summary>
    public static DateTimeOffset? InstantOf(DateTime local)
    {
        var offset = IsDaylight(local, ChangeHour) ? Daylight : Standard;
        return DateTime.MaxValue - local < offset.Negate()
            ? null
            : new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), offset).ToUniversalTime();
    }

    /// <summary>The regular close of a session, 16:00 New York, in UTC. Half days are not known here.</summary>
    public static DateTimeOffset CloseOf(DateOnly session)
    {
        var local = session.ToDateTime(Close);
        var offset = IsDaylight(local, ChangeHour) ? Daylight : Standard;
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    private static bool IsDaylight(DateTime local, TimeOnly changeBack)
    {
        int year = local.Year;
        var (first, last) = year >= 2007
            ? (Sunday(year, 3, 2), Sunday(year, 11, 1))
            : (Sunday(year, 4, 1), LastSunday(year, 10));
        return local >= first.ToDateTime(ChangeHour) && local < last.ToDateTime(changeBack);
    }

    private static DateOnly Sunday(int year, int month, int ordinal)
    {
        var first = new DateOnly(year, month, 1);
        int days = ((int)DayOfWeek.Sunday - (int)first.DayOfWeek + 7) % 7;
        return first.AddDays(days + (7 * (ordinal - 1)));
    }

    private static DateOnly LastSunday(int year, int month)
    {
        var last = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
        return last.AddDays(-(int)last.DayOfWeek);
    }
}
