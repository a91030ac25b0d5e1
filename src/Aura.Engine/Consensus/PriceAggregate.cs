using System.Collections.Immutable;

namespace Aura.Engine.Consensus;

/// <summary>
/// The price of an asset over its agreed sources. The spread is the original rule's: unweighted squares around the
/// <em>weighted</em> mean.
/// </summary>
/// <param name="Median">The reported price: the middle, or the mean of the two middles; unit of the asset.</param>
/// <param name="WeightedMean">m = Σ wᵢpᵢ / Σ wᵢ, 8 places, half-even.</param>
/// <param name="StandardDeviation">s = √( Σ (pᵢ − m)² / k ), 8 places, half-even; null for one source.</param>
public sealed record PriceAggregate(decimal Median, decimal WeightedMean, decimal? StandardDeviation)
{
    private const int Places = 8;

    /// <summary>Aggregates k ≥ 1 prices with their weights.</summary>
    /// <exception cref="ArgumentException">There is no price.</exception>
    public static PriceAggregate Of(ImmutableArray<(decimal Price, decimal Weight)> sources)
    {
        if (sources.IsEmpty)
            throw new ArgumentException("No price to aggregate.", nameof(sources));

        decimal total = sources.Sum(source => source.Weight);
        decimal exactMean = sources.Sum(source => source.Weight * source.Price) / total;
        decimal mean = Round(exactMean);
        decimal? deviation = sources.Length == 1
            ? null
            : Round(SquareRoot.Of(
                sources.Sum(source => (source.Price - exactMean) * (source.Price - exactMean)) / sources.Length));
        return new PriceAggregate(MedianOf([.. sources.Select(source => source.Price).Order()]), mean, deviation);
    }

    private static decimal MedianOf(ImmutableArray<decimal> sorted)
    {
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : Round((sorted[middle - 1] + sorted[middle]) / 2m);
    }

    private static decimal Round(decimal value) => decimal.Round(value, Places, MidpointRounding.ToEven);
}
