namespace Aura.Engine.Market.Calendars;

/// <summary>One stretch of trading.</summary>
/// <param name="Start">Its first instant, UTC.</param>
/// <param name="End">The first instant after it, UTC.</param>
public sealed record TradingSession(DateTimeOffset Start, DateTimeOffset End)
{
    /// <summary>Whether the market trades at an instant.</summary>
    public bool Contains(DateTimeOffset instant) => Start <= instant && instant < End;
}
