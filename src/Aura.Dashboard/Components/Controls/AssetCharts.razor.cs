using System.Collections.Immutable;
using Aura.Dashboard.Components.Appearance;
using Aura.Dashboard.Components.Charts;
using Aura.Engine.Market;
using Aura.Engine.MasterLogic;
using Aura.Engine.Publishing;
using Microsoft.AspNetCore.Components;

namespace Aura.Dashboard.Components.Controls;

/// <summary>An asset over the rounds that the feed remembers: the agreed price among its sources, and their dispersion.</summary>
public sealed partial class AssetCharts
{
    private RoundReport? _drawn;
    private RiskRules? _rules;
    private IReadOnlyList<ChartSeries> _prices = [];
    private IReadOnlyList<ChartSeries> _dispersion = [];
    private IReadOnlyList<ChartBand> _bands = [];

    [Parameter]
    [EditorRequired]
    public required AssetReport Asset { get; set; }

    [Parameter]
    [EditorRequired]
    public required ImmutableArray<RoundReport> History { get; set; }

    [Parameter]
    [EditorRequired]
    public required RiskRules Risk { get; set; }

    // Every tier is always in sight: a calm line at the bottom says how far away trouble is.
    private decimal HighestShown => Risk.ExtremeAbovePercent * 1.2m;

    protected override void OnParametersSet()
    {
        // A breaker that changed draws the page again, but not its lines.
        if (History is not [.., var latest] || ReferenceEquals(latest, _drawn))
            return;

        _drawn = latest;
        var rounds = History
            .Select(round => (At: TimeOf(round), Asset: round.Assets.FirstOrDefault(asset => asset.Asset == Asset.Asset)))
            .ToList();
        _prices =
        [
            new ChartSeries("Agreed", [.. rounds.Select(round => new ChartPoint(round.At, round.Asset?.Price))]),
            .. Asset.Sources.Select(source => new ChartSeries(
                source.Id.Value,
                [.. rounds.Select(round => new ChartPoint(
                    round.At, round.Asset?.Sources.FirstOrDefault(other => other.Id == source.Id)?.Price))])),
        ];
        _dispersion =
            [new ChartSeries("Dispersion", [.. rounds.Select(round => new ChartPoint(round.At, round.Asset?.DispersionPercent))])];
        if (Risk != _rules)
            (_rules, _bands) = (Risk, BandsOf(Risk));
    }

    // A replay plays a day every few seconds: only its own clock means anything.
    private static DateTimeOffset TimeOf(RoundReport round) =>
        round.Mode is MarketMode.Replay ? round.MarketTime : round.CompletedAt;

    private static ChartBand[] BandsOf(RiskRules rules) =>
    [
        Band(0m, rules.ElevatedAbovePercent, Tier.Normal),
        Band(rules.ElevatedAbovePercent, rules.HighAbovePercent, Tier.Elevated),
        Band(rules.HighAbovePercent, rules.ExtremeAbovePercent, Tier.High),
        Band(rules.ExtremeAbovePercent, null, Tier.Extreme),
    ];

    private static ChartBand Band(decimal from, decimal? to, Tier tier)
    {
        var look = TierLook.Of(tier);
        return new ChartBand(from, to, look.Word, look.Tone);
    }
}
