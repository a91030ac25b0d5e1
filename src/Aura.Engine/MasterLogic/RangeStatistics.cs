using Aura.Engine.Consensus;

namespace Aura.Engine.MasterLogic;

/// <summary>What a price did over a range of rounds. For people: it decides nothing and is not recorded.</summary>
/// <param name="First">The first agreed price, USD per unit.</param>
/// <param name="Last">The last agreed price.</param>
/// <param name="Lowest">The lowest agreed price.</param>
/// <param name="Highest">The highest agreed price.</param>
/// <param name="Mean">The arithmetic mean, 8 places, half-even.</param>
/// <param name="ChangePercent">100 · (last − first) / first, 4 places.</param>
/// <param name="VolatilityPercent">
/// The standard deviation of the simple returns between neighbouring agreed prices, around their mean, divided by their
/// number, in percent per step, 8 places; null for fewer than two returns.
/// </param>
/// <param name="Agreed">Rounds with an agreed price.</param>
public sealed record RangeStatistics(
    decimal First, decimal Last, decimal Lowest, decimal Highest, decimal Mean, decimal ChangePercent,
    decimal? VolatilityPercent, int Agreed)
{
    private const int PricePlaces = 8;
    private const int PercentPlaces = 4;
    private const int FewestReturns = 2;

    /// <summary>Over prices in the order of time.</summary>
    /// <returns>Null without an agreed price.</returns>
    public static RangeStatistics? Of(IEnumerable<decimal?> prices)
    {
        decimal[] agreed = [.. prices.OfType<decimal>()];
        if (agreed.Length == 0)
            return null;

        return new RangeStatistics(
            agreed[0], agreed[^1], agreed.Min(), agreed.Max(),
            decimal.Round(agreed.Sum() / agreed.Length, PricePlaces, MidpointRounding.ToEven),
            Percent(agreed[^1] - agreed[0], agreed[0]), VolatilityOf(agreed), agreed.Length);
    }

    private static decimal? VolatilityOf(decimal[] prices)
    {
        if (prices.Length <= FewestReturns)
            return null;

        decimal[] returns = [.. prices.Skip(1).Zip(prices, (now, before) => (now - before) / before)];
        decimal mean = returns.Sum() / returns.Length;
        decimal variance = returns.Sum(value => (value - mean) * (value - mean)) / returns.Length;
        return decimal.Round(100m * SquareRoot.Of(variance), PricePlaces, MidpointRounding.ToEven);
    }

    private static decimal Percent(decimal part, decimal whole) =>
        decimal.Round(100m * part / whole, PercentPlaces, MidpointRounding.ToEven);
}
