using Aura.Engine.Canon;
using Aura.Engine.Market;
using Aura.Engine.Market.Calendars;

namespace Aura.Engine.Consensus;

/// <summary>Whether a quote is of its time: not ahead, not old, and not the last one of a market that has closed.</summary>
public static class QuoteTime
{
    // Vendors stamp seconds and the received time has milliseconds; anything further ahead is a wrong clock.
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(5);

    /// <summary>
    /// The quote as its market dates it: one that states only a day is no later than that day's close, on half days too.
    /// </summary>
    /// <param name="quote">The quote as its body dates it.</param>
    /// <param name="source">Its source.</param>
    /// <param name="market">When markets trade.</param>
    public static Quote Dated(Quote quote, SourceRule source, MarketRules market) =>
        market.ExchangeHours is true && source.Unit is PriceUnit.Share
        && TradingCalendars.Of(source.Unit).SessionOf(NewYorkTime.DateOf(quote.SourceTime)) is { End: var close }
        && quote.SourceTime > close && SourceRule.IsDatedByDay(source.Function)
            ? quote with { SourceTime = close }
            : quote;

    /// <summary>Why the quote is excluded; null when its time is right.</summary>
    /// <param name="quote">The quote as its market dates it.</param>
    /// <param name="source">Its source, with the limit of its age.</param>
    /// <param name="asset">The asset, whose market may be another one than the source's.</param>
    /// <param name="market">When markets trade.</param>
    /// <param name="moment">The market's clock at the round.</param>
    public static (RefusalCode Code, string Reason)? Defect(
        Quote quote, SourceRule source, AssetRule asset, MarketRules market, MarketMoment moment)
    {
        if (moment.Time - quote.SourceTime < -ClockTolerance)
            return (RefusalCode.FutureDated,
                $"Dated {InstantText.Of(quote.SourceTime)}, after the market's {InstantText.Of(moment.Time)}.");
        if (market.SessionOf(source.Unit, moment) is MarketSession.Closed)
            // Beside prices that still move, the last one of a market that is closed would look like an outlier.
            return source.Unit != asset.Unit && market.SessionOf(asset.Unit, moment) is MarketSession.Open
                ? (RefusalCode.MarketClosed,
                    $"Its market is closed while {asset.Symbol} goes on trading; its last quote is of {InstantText.Of(quote.SourceTime)}.")
                : null;

        bool byCalendar = market.ExchangeHours is true;
        var age = byCalendar
            ? TradingCalendars.Of(source.Unit).OpenTimeBetween(quote.SourceTime, moment.Time)
            : moment.Time - quote.SourceTime;
        return age > TimeSpan.FromSeconds(source.StaleAfterSeconds)
            ? (RefusalCode.Stale,
                $"{(long)age.TotalSeconds} s {(byCalendar ? "of trading " : "")}old; {source.StaleAfterSeconds} s are allowed.")
            : null;
    }
}
