using Aura.Engine.Canon;
using Aura.Engine.Consensus;
using Aura.Engine.Market;

namespace Aura.Dashboard.Sources.Scenarios;

/// <summary>
/// Plays a scenario. The true price swings smoothly through seeded points at three widths; each source adds noise of
/// its own. All nodes receive the same body from a source: who lies is the node's affair, not the market's.
/// </summary>
internal sealed class ScenarioTape(Scenario scenario, long seed, TimeSpan period, IReadOnlyList<AssetRule> assets)
    : IMarketTape
{
    // Rounds between two seeded points, and the share of the swing at that width.
    private static readonly (int Rounds, decimal Share)[] Waves = [(240, 0.6m), (45, 0.3m), (8, 0.1m)];

    private const int SlowestAnswerMilliseconds = 220;
    private const int FastestAnswerMilliseconds = 40;

    public MarketMoment MomentOf(RoundNumber round) =>
        new(InstantText.Truncate(scenario.Start + (period * round.Value)), MarketSession.Open);

    MarketMoment? IMarketTape.MomentOf(RoundNumber round, Slot slot) => MomentOf(round);

    public decimal? PriceOf(FetchRequest request)
    {
        var rule = assets.First(asset => asset.Symbol == request.Source.Asset);
        var asset = scenario.Assets.FirstOrDefault(
            asset => string.Equals(asset.Symbol, rule.Symbol.Value, StringComparison.Ordinal));
        if (asset is null)
            return null;

        decimal noise = Signed("noise", request.Round, request.Source.Id.Value) * scenario.SourceNoisePercent / 100m;
        decimal price = TruePrice(asset, request.Round) * (1m + noise) * FactorOf(request);
        bool isGoldShare = request.Source.Unit is PriceUnit.Share && rule.Unit is PriceUnit.TroyOunce;
        return isGoldShare
            ? price * OuncesPerShare.Formula(NewYorkTime.DateOf(request.MarketTime))
            : price;
    }

    public TimeSpan DelayOf(FetchRequest request)
    {
        decimal fraction = Draw.Fraction(
            seed, "delay", request.Round, request.Node.Number, request.Source.Id.Value);
        return TimeSpan.FromMilliseconds(
            FastestAnswerMilliseconds + (int)(fraction * (SlowestAnswerMilliseconds - FastestAnswerMilliseconds)));
    }

    private decimal TruePrice(ScenarioAsset asset, RoundNumber round)
    {
        decimal swing = Waves.Sum(wave => wave.Share * Wave(asset.Symbol, round.Value, wave.Rounds));
        return asset.Price * (1m + (swing * asset.SwingPercent / 100m));
    }

    // Between two seeded points the curve 3x² − 2x³ leaves and arrives level, so the price has no corners.
    private decimal Wave(string symbol, long round, int width)
    {
        decimal x = round % width / (decimal)width;
        decimal before = Point(symbol, round / width, width);
        decimal after = Point(symbol, (round / width) + 1, width);
        return before + ((after - before) * x * x * (3m - (2m * x)));
    }

    private decimal Point(string symbol, long index, int width) =>
        Signed($"wave-{width}", new RoundNumber(index), symbol);

    private decimal Signed(string purpose, RoundNumber round, string source) =>
        (2m * Draw.Fraction(seed, purpose, round, source: source)) - 1m;

    private decimal FactorOf(FetchRequest request) =>
        scenario.Distortions
            .Where(distortion => distortion.FromRound <= request.Round.Value
                && string.Equals(distortion.Source, request.Source.Id.Value, StringComparison.Ordinal))
            .OrderBy(distortion => distortion.FromRound)
            .Select(distortion => distortion.Factor)
            .LastOrDefault(1m);
}
