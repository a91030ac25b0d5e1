namespace Aura.Engine.Market.Calendars;

/// <summary>
/// The regular sessions of the New York exchanges, 09:30 to 16:00 or, on half days, to 13:00 (NYSE rule 7.2 and its
/// published holiday lists). The rules hold from 2000 on; half days that were called for one year only are not modelled.
/// </summary>
public sealed class NewYorkEquities : TradingCalendar
{
    private static readonly TimeOnly Open = new(9, 30);
    private static readonly TimeOnly Close = new(16, 0);
    private static readonly TimeOnly EarlyClose = new(13, 0);

    /// <inheritdoc/>
    public override TradingSession? SessionOf(DateOnly day) =>
        day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || NewYorkHolidays.IsHoliday(day)
            ? null
            : new TradingSession(At(day, Open), At(day, NewYorkHolidays.IsHalfDay(day) ? EarlyClose : Close));
}
