namespace Aura.Engine.Market.Calendars;

/// <summary>Which market a price comes from: shares trade at the exchanges of New York, an ounce of gold all week.</summary>
public static class TradingCalendars
{
    private static readonly TradingCalendar Equities = new NewYorkEquities();
    private static readonly TradingCalendar Gold = new GoldWeek();

    /// <summary>The calendar of what is priced.</summary>
    public static TradingCalendar Of(PriceUnit unit) => unit is PriceUnit.Share ? Equities : Gold;
}
