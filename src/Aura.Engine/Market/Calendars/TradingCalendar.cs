namespace Aura.Engine.Market.Calendars;

/// <summary>
/// When a market trades, in plain arithmetic: a decision must come out the same wherever it is taken again, and the data
/// of zones and exchanges differ between machines. Every session belongs to one trading day in New York.
/// </summary>
public abstract class TradingCalendar
{
    // The longest that two instants may lie apart for their sessions to be counted; no limit of age comes near it.
    private static readonly TimeSpan Countable = TimeSpan.FromDays(60);

    /// <summary>The session of a trading day; null when there is none.</summary>
    /// <param name="day">The day in New York by which the session is named.</param>
    public abstract TradingSession? SessionOf(DateOnly day);

    /// <summary>The session that an instant lies in; null while the market is closed.</summary>
    public TradingSession? SessionAt(DateTimeOffset instant)
    {
        var day = NewYorkTime.DateOf(instant);
        // A session may begin on the evening before its day.
        return Within(SessionOf(day), instant) ?? Within(SessionOf(day.AddDays(1)), instant);
    }

    /// <summary>The market's state at an instant.</summary>
    public MarketSession StateAt(DateTimeOffset instant) =>
        SessionAt(instant) is null ? MarketSession.Closed : MarketSession.Open;

    /// <summary>
    /// How long the market traded between two instants: the age of a quote that could not have been renewed otherwise.
    /// Beyond 60 days it is the whole time, which is too old by any calendar.
    /// </summary>
    /// <param name="from">The earlier instant.</param>
    /// <param name="to">The later instant; before <paramref name="from"/> the time is zero.</param>
    public TimeSpan OpenTimeBetween(DateTimeOffset from, DateTimeOffset to)
    {
        if (to <= from)
            return TimeSpan.Zero;
        if (to - from > Countable)
            return to - from;

        var open = TimeSpan.Zero;
        var last = NewYorkTime.DateOf(to).AddDays(1);
        for (var day = NewYorkTime.DateOf(from); day <= last; day = day.AddDays(1))
            if (SessionOf(day) is { } session)
            {
                var start = session.Start > from ? session.Start : from;
                var end = session.End < to ? session.End : to;
                if (end > start)
                    open += end - start;
            }

        return open;
    }

    private static TradingSession? Within(TradingSession? session, DateTimeOffset instant) =>
        session?.Contains(instant) is true ? session : null;

    private protected static DateTimeOffset At(DateOnly day, TimeOnly time) =>
        NewYorkTime.InstantOf(day.ToDateTime(time)) ?? DateTimeOffset.MaxValue;
}
