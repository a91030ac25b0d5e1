namespace Aura.Engine.Market.Calendars;

/// <summary>
/// Spot gold and its futures: from Sunday 18:00 to Friday 17:00 New York, with a break from 17:00 to 18:00 every day
/// (CME Globex metals). It rests on Christmas, New Year's Day and Good Friday. On other holidays of New York it thins
/// out at 13:00, futures somewhat later and spot not everywhere: the earlier end is taken, because a price that is
/// withheld for some hours harms less than an alarm about silence that was announced.
/// </summary>
public sealed class GoldWeek : TradingCalendar
{
    private static readonly TimeOnly Open = new(18, 0);
    private static readonly TimeOnly Close = new(17, 0);
    private static readonly TimeOnly EarlyClose = new(13, 0);

    /// <inheritdoc/>
    public override TradingSession? SessionOf(DateOnly day) =>
        day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || day == DateOnly.MinValue || IsRest(day)
            ? null
            : new TradingSession(At(day.AddDays(-1), Open), At(day, IsShort(day) ? EarlyClose : Close));

    private static bool IsRest(DateOnly day) =>
        day is { Month: 12, Day: 25 } or { Month: 1, Day: 1 } || day == NewYorkHolidays.GoodFriday(day.Year);

    private static bool IsShort(DateOnly day) => NewYorkHolidays.IsHoliday(day) || NewYorkHolidays.IsHalfDay(day);
}
