namespace Aura.Engine.Consensus;

/// <summary>The square root by Newton's iteration on decimals: the same bits on every platform.</summary>
public static class SquareRoot
{
    private const int MostIterations = 20;

    /// <summary>√value, correct to about 27 significant digits for the magnitudes of prices.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public static decimal Of(decimal value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        if (value == 0m)
            return 0m;

        decimal root = FirstGuess(value);
        for (int i = 0; i < MostIterations; i++)
        {
            decimal next = (root + (value / root)) / 2m;
            if (next == root)
                break;
            root = next;
        }

        return root;
    }

    // The power of ten below the root: from within a factor of ten, Newton needs eight of the twenty iterations.
    private static decimal FirstGuess(decimal value)
    {
        decimal guess = 1m;
        for (; value >= 100m; value /= 100m)
            guess *= 10m;
        for (; value < 1m; value *= 100m)
            guess /= 10m;
        return guess;
    }
}
