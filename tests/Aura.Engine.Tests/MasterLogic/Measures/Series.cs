using System.Collections.Immutable;
using Aura.Engine.Canon;
using Aura.Engine.MasterLogic.Measures;
using CsCheck;

namespace Aura.Engine.Tests.MasterLogic.Measures;

/// <summary>Prices and returns of rounds 1, 2, 3 …, as a test writes them down.</summary>
internal static class Series
{
    /// <summary>Returns of up to ±9 %, none of them twice in a sample by chance.</summary>
    public static Gen<double[]> Moves(int least, int most) => Gen.Double[-9d, 9d].Array[least, most];

    public static ImmutableArray<RoundPrice> Prices(params IEnumerable<decimal?> prices) =>
        [.. prices.Select((price, i) => new RoundPrice(new RoundNumber(i + 1), price))];

    public static ImmutableArray<RoundReturn> Returns(params IEnumerable<double> percents) =>
        [.. percents.Select((percent, i) => new RoundReturn(new RoundNumber(i + 1), new RoundNumber(i + 2), percent))];

    public static ImmutableArray<PairedReturn> Pairs(IEnumerable<double> first, IEnumerable<double> second) =>
        PairedReturn.Of(Returns(first), Returns(second));

    /// <summary>Equal to what another implementation computed, as far as both know it: sums in another order differ.</summary>
    public static bool IsNear(decimal? own, double other) => own is { } value && decimal.Abs(value - (decimal)other) <= 0.000_000_002m;
}
