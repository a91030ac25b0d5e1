namespace Aura.Engine.Market.Calendars;

/// <summary>Weekdays on which the New York exchanges are closed, or close at 13:00.</summary>
internal static class NewYorkHolidays
{
    private const int FirstKingDay = 1998;
    private const int FirstJuneteenth = 2022;

    // Until then the Friday after a Thursday's Independence Day was the short one.
    private const int FirstShortWednesday = 2013;

    // Attacks of 2001; mourning for Reagan, Ford, Bush and Carter; the hurricane of 2012.
    private static readonly DateOnly[] Special =
    [
        new(2001, 9, 11), new(2001, 9, 12), new(2001, 9, 13), new(2001, 9, 14), new(2004, 6, 11), new(2007, 1, 2),
        new(2012, 10, 29), new(2012, 10, 30), new(2018, 12, 5), new(2025, 1, 9),
    ];

    /// <summary>Whether a weekday has no session.</summary>
    public static bool IsHoliday(DateOnly day) => day.Month switch
    {
        // A New Year on a Saturday is not kept: the day before is in another year's books.
        1 => IsObserved(day, 1, 1) || (day.Year >= FirstKingDay && IsNth(day, DayOfWeek.Monday, 3)),
        2 => IsNth(day, DayOfWeek.Monday, 3),
        3 or 4 => day == GoodFriday(day.Year),
        5 => day.DayOfWeek is DayOfWeek.Monday && day.Day > 24,
        6 => day.Year >= FirstJuneteenth && IsObserved(day, 6, 19),
        7 => IsObserved(day, 7, 4),
        9 => IsNth(day, DayOfWeek.Monday, 1),
        11 => IsThanksgiving(day),
        12 => IsObserved(day, 12, 25),
        _ => false,
    } || Special.Contains(day);

    /// <summary>Whether a session ends at 13:00.</summary>
    public static bool IsHalfDay(DateOnly day) => (day.Month, day.Day) switch
    {
        (7, 3) => day.DayOfWeek is DayOfWeek.Monday or DayOfWeek.Tuesday or DayOfWeek.Thursday
            || (day.DayOfWeek is DayOfWeek.Wednesday && day.Year >= FirstShortWednesday),
        (7, 5) => day.DayOfWeek is DayOfWeek.Friday && day.Year < FirstShortWednesday,
        (12, 24) => day.DayOfWeek is >= DayOfWeek.Monday and <= DayOfWeek.Thursday,
        (11, _) => day.DayOfWeek is DayOfWeek.Friday && IsThanksgiving(day.AddDays(-1)),
        _ => false,
    };

    /// <summary>Two days before Easter Sunday by Meeus, Jones and Butcher's algorithm of the Gregorian calendar.</summary>
    public static DateOnly GoodFriday(int year)
    {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int h = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        int l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        int m = (a + (11 * h) + (22 * l)) / 451;
        int sum = h + l - (7 * m) + 114;
        return new DateOnly(year, sum / 31, (sum % 31) + 1).AddDays(-2);
    }

    // On a Saturday the Friday before is kept, on a Sunday the Monday after.
    private static bool IsObserved(DateOnly day, int month, int ofMonth)
    {
        var holiday = new DateOnly(day.Year, month, ofMonth);
        return day == holiday.DayOfWeek switch
        {
            DayOfWeek.Saturday when holiday.DayOfYear > 1 => holiday.AddDays(-1),
            DayOfWeek.Sunday => holiday.AddDays(1),
            _ => holiday,
        };
    }

    private static bool IsThanksgiving(DateOnly day) => day.Month == 11 && IsNth(day, DayOfWeek.Thursday, 4);

    private static bool IsNth(DateOnly day, DayOfWeek weekday, int ordinal) =>
        day.DayOfWeek == weekday && (day.Day - 1) / 7 == ordinal - 1;
}
