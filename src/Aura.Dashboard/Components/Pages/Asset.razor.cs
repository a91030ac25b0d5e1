using System.Collections.Immutable;
using Aura.Dashboard.Components.Appearance;
using Aura.Dashboard.Components.Charts;
using Aura.Dashboard.Publishing.Live;
using Aura.Dashboard.Queries;
using Aura.Engine.Canon;
using Aura.Engine.Market;
using Aura.Engine.MasterLogic;
using Aura.Engine.Publishing;
using Aura.Engine.Rounds;
using Microsoft.AspNetCore.Components;

namespace Aura.Dashboard.Components.Pages;

/// <summary>One asset now and over time: what every source said, what was agreed, how far they lay apart.</summary>
public sealed partial class Asset
{
    /// <summary>A day of rounds every five seconds; more would take longer to read than a person waits.</summary>
    private const int MostRounds = 20_000;

    private ImmutableArray<AssetSymbol> _known = [];
    private ImmutableArray<RoundReport> _history = [];
    private AssetSymbol? _symbol;
    private ChosenRange _range = ChosenRange.Of(null, null, null, DateTimeOffset.UnixEpoch);
    private (string?, string?, string?, string?) _asked;
    private AssetRange? _stored;
    private bool _failed;
    private ImmutableArray<AssetPoint> _points = [];
    private ImmutableArray<AssetPoint> _inPresentShares = [];
    private RangeStatistics? _statistics;
    private TimeSpan _stretch;
    private IReadOnlyList<ChartSeries> _prices = [];
    private IReadOnlyList<ChartCandle> _candles = [];
    private IReadOnlyList<ChartSeries> _dispersion = [];
    private IReadOnlyList<ChartSeries> _volatility = [];
    private ChartNotes _priceNotes = ChartNotes.None;
    private ChartNotes _dispersionNotes = ChartNotes.None;

    [Inject]
    public required RulesInForce InForce { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required ISourceLatency Latency { get; init; }

    [Inject]
    internal IAssetHistory History { get; init; } = default!;

    [Parameter]
    public string Symbol { get; set; } = string.Empty;

    [SupplyParameterFromQuery(Name = "range")]
    public string? Word { get; set; }

    [SupplyParameterFromQuery]
    public string? From { get; set; }

    [SupplyParameterFromQuery]
    public string? To { get; set; }

    private RuleSet Rules => InForce.Current;

    private string Unit => Figures.ShortUnitOf(Rules.Market.Assets.First(asset => asset.Symbol == _symbol).Unit);

    private ImmutableArray<CorporateAction>? Splits =>
        Rules.Market.Assets.First(asset => asset.Symbol == _symbol).CorporateActions;

    // Another asset over the same stretch of time.
    private string Query => new Uri(Navigation.Uri).Query;

    protected override void OnInitialized()
    {
        _known = [.. Rules.Market.Assets.Select(asset => asset.Symbol)];
        base.OnInitialized();
    }

    protected override async Task OnParametersSetAsync()
    {
        _symbol = _known.Select(known => (AssetSymbol?)known)
            .FirstOrDefault(known => string.Equals($"{known}", Symbol, StringComparison.Ordinal));
        var asked = (Symbol, Word, From, To);
        if (asked == _asked)
            return;

        _asked = asked;
        _range = ChosenRange.Of(Word, From, To, Clock.GetUtcNow());
        await ReadHistoryAsync();
    }

    private protected override AssetPageView Read(LiveSnapshot snapshot)
    {
        var latest = snapshot.Latest;
        var explanation = latest is not null && InForce.Find(latest.Configuration) is { } rules ? RoundExplainer.Explain(latest, rules) : null;
        _history = snapshot.History;
        Follow();
        return new AssetPageView(
            latest,
            latest?.Assets.FirstOrDefault(asset => asset.Asset == _symbol),
            explanation?.Assets.FirstOrDefault(asset => asset.Asset == _symbol),
            snapshot.Breakers,
            snapshot.Agreed);
    }

    private protected override bool IsEmpty(AssetPageView view) => view.Asset is null;

    private async Task ReadHistoryAsync()
    {
        (_stored, _failed) = (null, false);
        if (_symbol is not { } symbol)
            return;

        var range = _range;
        try
        {
            var read = await History.RangeAsync(symbol, range.From, range.To ?? DateTimeOffset.MaxValue, MostRounds, Left);
            // Meanwhile the person may have chosen another range.
            if (range != _range)
                return;

            _stored = read;
            Draw(read.Points);
            Follow();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LivePageLog.Failed(Loggers.CreateLogger<Asset>(), exception);
            _failed = true;
        }
    }

    // Rounds that were decided since the history was read. A sample of it stays a sample: its step is stated.
    private void Follow()
    {
        if (_stored is not { } stored || _range.To is not null || _symbol is not { } symbol)
            return;

        long last = _points.IsEmpty ? 0 : _points[^1].Round.Value;
        var news = _history
            .Where(round => round.Round.Value > last && round.Round.Value % stored.Step == 0)
            .Select(round => AssetPoint.Of(round, symbol))
            .OfType<AssetPoint>()
            .ToList();
        if (news.Count == 0)
            return;

        var from = _range.Length is { } length ? news[^1].Slot - length : DateTimeOffset.MinValue;
        Draw([.. _points.Where(point => point.Slot >= from), .. news]);
    }

    private void Draw(ImmutableArray<AssetPoint> points)
    {
        _points = points;
        points = AssetPoint.Adjusted(points, Splits, _history.IsEmpty ? Clock.GetUtcNow() : _history[^1].MarketTime);
        _inPresentShares = points;
        _statistics = RangeStatistics.Of(points.Select(point => point.Price));
        _stretch = AssetLines.StretchFor(points);
        _prices = AssetLines.Prices(points);
        _candles = AssetLines.Candles(points, _stretch);
        _dispersion = AssetLines.Dispersion(points);
        _volatility = AssetLines.Volatility(points, _stretch);
        _priceNotes = new ChartNotes([], AssetLines.Halts(points, Symbol), []);
        // Halts are shaded beside the prices that they held back; here their names would lie across those of the tiers.
        _dispersionNotes = new ChartNotes(AssetLines.Tiers(Rules.Risk), [], AssetLines.TierChanges(points));
    }
}
