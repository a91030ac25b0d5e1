namespace Aura.Engine.Market.Calendars;

/// <summary>
/// Spot gold and its futures: from Sunday 18:00 to Friday 17:00 New York, with a break from 17:00 to 18:00 every day
/// (CME Globex metals). Its holidays are not modelled: they shorten a day here and there, differ between spot and
/// futures, and a source that is silent then is shown as what it is, stale.
/// </summary>
public sealed class GoldWeek : TradingCalendar
{
    private static readonly TimeOnly Open = new(18, 0);
    private static readonly TimeOnly Close = new(17, 0);

    /// <inheritdoc/>
    public override TradingSession? SessionOf(DateOnly day) =>
        day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || day == DateOnly.MinValue
            ? null
            : new TradingSession(At(day.AddDays(-1), Open), At(day, Close));
}
