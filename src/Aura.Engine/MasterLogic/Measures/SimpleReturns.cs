using System.Collections.Immutable;

namespace Aura.Engine.MasterLogic.Measures;

/// <summary>
/// Returns between neighbours. Simple, not logarithmic: a logarithm has other last bits on another platform, and a simple
/// return is what a position really gains.
/// </summary>
public static class SimpleReturns
{
    /// <summary>
    /// Over prices in the order of time, splits taken out. A missing price ends a pair: a return across it would be the
    /// sum of moves of several rounds and look like one great move.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">A price is zero or negative.</exception>
    public static ImmutableArray<RoundReturn> Of(ImmutableArray<RoundPrice> prices)
    {
        var returns = ImmutableArray.CreateBuilder<RoundReturn>(prices.Length);
        RoundPrice? before = null;
        foreach (var now in prices)
        {
            if (now.Price is { } price)
                ArgumentOutOfRangeException.ThrowIfNegativeOrZero(price, nameof(prices));
            // The quotient is exact to 28 digits in decimal, so the double is the same on every platform.
            if (now.Price is { } later && before is { Price: { } earlier } neighbour)
                returns.Add(new RoundReturn(neighbour.Round, now.Round, (double)(100m * (later - earlier) / earlier)));
            before = now;
        }

        return returns.DrainToImmutable();
    }
}
