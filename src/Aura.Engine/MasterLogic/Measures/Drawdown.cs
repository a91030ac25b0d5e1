using System.Collections.Immutable;

namespace Aura.Engine.MasterLogic.Measures;

/// <summary>How far a price fell below its highest price so far: 100 · (peak − price) / peak, in percent, 9 places.</summary>
/// <param name="DeepestPercent">The deepest fall of the range; 0 when the price never fell.</param>
/// <param name="Peak">The peak before the deepest fall.</param>
/// <param name="Trough">The price at the deepest fall.</param>
/// <param name="PresentPercent">The fall that the last price stands at; 0 at a new peak.</param>
/// <param name="PresentPeak">The peak that the last price is measured by.</param>
/// <param name="Last">The last price.</param>
/// <param name="Prices">How many prices there were.</param>
public sealed record Drawdown(
    decimal DeepestPercent, RoundPrice Peak, RoundPrice Trough, decimal PresentPercent, RoundPrice PresentPeak, RoundPrice Last, int Prices)
{
    /// <summary>Over positive prices in the order of time; rounds without one are passed over, for a fall needs no neighbour.</summary>
    /// <returns>Null without a price.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A price is zero or negative.</exception>
    public static Drawdown? Of(ImmutableArray<RoundPrice> prices)
    {
        Drawdown? drawdown = null;
        decimal deepest = 0m;
        foreach (var now in prices)
        {
            if (now.Price is not { } price)
                continue;

            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(price, nameof(prices));
            drawdown ??= new Drawdown(0m, now, now, 0m, now, now, 0);
            var peak = price > drawdown.PresentPeak.Price ? now : drawdown.PresentPeak;
            decimal highest = peak.Price.GetValueOrDefault();
            decimal fall = (highest - price) / highest;
            drawdown = drawdown with
            {
                PresentPercent = Measured.Of(100m * fall),
                PresentPeak = peak,
                Last = now,
                Prices = drawdown.Prices + 1,
            };
            // Equal falls keep the first: a page that follows the rounds would otherwise move it for nothing.
            if (fall <= deepest)
                continue;

            deepest = fall;
            drawdown = drawdown with { DeepestPercent = drawdown.PresentPercent, Peak = peak, Trough = now };
        }

        return drawdown;
    }
}
