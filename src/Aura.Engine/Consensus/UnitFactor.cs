using Aura.Engine.Market;

namespace Aura.Engine.Consensus;

/// <summary>A factor by which a price in one unit differs from the same price in another.</summary>
/// <param name="Value">The larger unit in terms of the smaller one; the ratio of two prices may be it or its inverse.</param>
/// <param name="Meaning">What it stands for, in words.</param>
internal sealed record UnitFactor(decimal Value, string Meaning)
{
    private const int MostPlaces = 6;
    private const decimal Hundred = 100m;

    // NIST SP 811, appendix B.8: exact by definition of the pound of 1959.
    private static readonly UnitFactor[] Ounces =
        [new(31.1034768m, "grams in a troy ounce"), new(28.349523125m, "grams in an avoirdupois ounce")];

    private static readonly UnitFactor[] Shifts = [.. Enumerable.Range(1, MostPlaces).Select(Shift)];

    /// <summary>The factors that are possible for an asset.</summary>
    /// <param name="asset">Metals are weighed in several units, shares are not.</param>
    /// <param name="ouncesPerShare">The conversion of the day; null for an asset without one.</param>
    public static IEnumerable<UnitFactor> Of(AssetRule asset, decimal? ouncesPerShare)
    {
        var factors = Shifts.AsEnumerable();
        if (asset.Unit is PriceUnit.TroyOunce)
            factors = factors.Concat(Ounces);
        return ouncesPerShare is { } ounces
            ? factors.Append(new UnitFactor(1m / ounces, "shares for a troy ounce"))
            : factors;
    }

    /// <summary>How far a ratio of two prices lies from the factor or its inverse, in percent of it.</summary>
    public decimal DistanceOf(decimal ratio) => decimal.Min(Percent(ratio / Value), Percent(ratio * Value));

    private static decimal Percent(decimal ratio) => Hundred * decimal.Abs(ratio - 1m);

    private static UnitFactor Shift(int places)
    {
        decimal factor = 1m;
        for (int i = 0; i < places; i++)
            factor *= 10m;
        return new UnitFactor(factor, places == 1 ? "a shift by one decimal place" : $"a shift by {places} decimal places");
    }
}
