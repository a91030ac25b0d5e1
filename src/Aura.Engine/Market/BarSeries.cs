using Aura.Engine.Canon;

namespace Aura.Engine.Market;

/// <summary>From bars in any order to one price: the close of the newest complete bar, valid at that bar's end.</summary>
internal static class BarSeries
{
    private static readonly TimeSpan Opening = new(9, 30, 0);
    private static readonly TimeSpan Closing = new(16, 0, 0);

    /// <summary>
    /// Reads a series. A running bar is left out: its close still moves, and nodes that ask a second apart would
    /// disagree about it. Bars of New York's regular session win over those of extended hours, where a few hundred
    /// shares make a close; a series without any regular bar is taken as it is.
    /// </summary>
    public static Reading NewestComplete(
        SourceRule source, IReadOnlyList<Bar> bars, TimeSpan length, DateTimeOffset marketTime)
    {
        // A bar may begin a moment ahead of the market's clock, but not a whole bar ahead: then one of the two is wrong.
        if (bars.Any(bar => bar.Start > marketTime && bar.Start - marketTime > length))
            return Reading.Refuse(
                RefusalCode.FutureDated, $"A bar begins after the market's {InstantText.Of(marketTime)}.");

        var newest = bars
            .Where(bar => marketTime - bar.Start >= length)
            .OrderByDescending(bar => IsRegular(source, bar, length))
            .ThenByDescending(bar => bar.Start)
            .FirstOrDefault();
        return newest is null
            ? Reading.Refuse(RefusalCode.Empty, "The series has no complete bar.")
            : Priced.Of(source, newest.Close, newest.Start + length);
    }

    private static bool IsRegular(SourceRule source, Bar bar, TimeSpan length)
    {
        // Gold trades on when the exchange has closed: its newest bar is the newest one.
        if (source.Unit is not PriceUnit.Share)
            return true;

        var start = NewYorkTime.LocalOf(bar.Start).TimeOfDay;
        return start < Closing && start + length > Opening;
    }
}
