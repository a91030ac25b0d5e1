using System.Collections.Immutable;
using Aura.Engine.Consensus;

namespace Aura.Engine.Publishing.Explanations;

/// <summary>From the agreed prices of an asset to its dispersion, each step as a formula with its numbers.</summary>
internal static class PriceSentences
{
    public static string Price(AssetReport asset)
    {
        var agreed = Agreed(asset);
        if (asset.Price is not { } price || agreed.IsEmpty)
            return asset.LastPrice is { } last
                ? $"No source was agreed, so there is no price. The last one, {Wording.Number(last.Value)} "
                    + $"{Wording.Unit(asset.Unit)} of round {last.Round}, is shown with its age and never aggregated or published again."
                : "No source was agreed, so there is no price, and there was none before.";

        string result = $"{Wording.Number(price)} {Wording.Unit(asset.Unit)}";
        string sorted = string.Join(", ", agreed.OrderBy(source => source.Price).ThenBy(source => source.Id)
            .Select(source => $"{Wording.Number(source.Price)} ({source.Id})"));
        if (agreed.Length == 1)
            return $"The price is that of the only agreed source: {sorted} is {result}.";

        decimal[] prices = [.. agreed.Select(source => source.Price ?? 0m).Order()];
        int middle = prices.Length / 2;
        return prices.Length % 2 == 1
            ? $"The price is the median, the middle of {prices.Length} agreed sources: {result}. In order they are {sorted}."
            : $"The price is the median, the mean of the two middles of {prices.Length} agreed sources: "
                + $"({Wording.Number(prices[middle - 1])} + {Wording.Number(prices[middle])}) / 2 = {result}. "
                + $"In order they are {sorted}.";
    }

    public static string WeightedMean(AssetReport asset)
    {
        var agreed = Agreed(asset);
        if (asset.WeightedMean is not { } mean || agreed.IsEmpty)
            return "Without an agreed source there is no weighted mean.";

        string products = string.Join(" + ", agreed.Select(
            source => $"{Wording.Number(source.Weight)} × {Wording.Number(source.Price)}"));
        string weights = string.Join(" + ", agreed.Select(source => Wording.Number(source.Weight)));
        return $"Weights times prices by the sum of the weights: m = ({products}) / ({weights}) = {Wording.Number(mean)} "
            + $"{Wording.Unit(asset.Unit)}, rounded to 8 places.";
    }

    public static string StandardDeviation(AssetReport asset)
    {
        var agreed = Agreed(asset);
        if (asset.StandardDeviation is not { } deviation)
            return $"A standard deviation needs two agreed sources, and there {Are(agreed.Length)}.";

        string squares = string.Join(" + ", agreed.Select(source => $"({Wording.Number(source.Price)} − m)²"));
        return $"The root of the mean of the squares around the weighted mean m, each counted once: "
            + $"s = √(({squares}) / {agreed.Length}) = {Wording.Number(deviation)}, rounded to 8 places.";
    }

    public static string Dispersion(AssetReport asset) =>
        asset is { DispersionPercent: { } dispersion, StandardDeviation: { } deviation, WeightedMean: { } mean }
            ? $"100 × s / m = 100 × {Wording.Number(deviation)} / {Wording.Number(mean)} = {Wording.Number(dispersion)} %, "
                + "rounded to 12 places."
            : $"Undefined, which is never calm: it needs two agreed sources, and there {Are(Agreed(asset).Length)}.";

    private static ImmutableArray<SourceReport> Agreed(AssetReport asset) =>
        [.. asset.Sources.Where(source => source.Verdict is SourceVerdict.Agreed)];

    private static string Are(int count) => count switch
    {
        0 => "is none",
        1 => "is 1",
        _ => $"are {count}",
    };
}
