using System.Collections.Immutable;
using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Market;
using Aura.Engine.MasterLogic;
using Aura.Engine.Nodes;
using Aura.Engine.Publishing;

namespace Aura.Engine.Rounds.Thresholds;

/// <summary>One rule set on its way through rounds that happened.</summary>
internal sealed class TrialRun(RuleSet rules)
{
    private readonly Dictionary<AssetSymbol, (Tier LastTier, int RoundsWithoutDecision)> _memories = [];
    private readonly Dictionary<(Scope, BreakerCause), (CauseActivity Activity, bool IsOpen)> _served = [];

    public Dictionary<(AssetSymbol Asset, Tier Tier), int> TierRounds { get; } = [];

    public CauseActivity ServedBy(Scope scope, BreakerCause cause) =>
        _served.TryGetValue((scope, cause), out var served) ? served.Activity : new CauseActivity(0, 0);

    public void Add(RoundReport report)
    {
        var assets = report.Assets.Select(Figures).ToImmutableArray();
        foreach (var asset in assets)
        {
            var key = (asset.Assessment.Asset, asset.Assessment.Tier);
            TierRounds[key] = TierRounds.GetValueOrDefault(key) + 1;
            Count(Scope.Of(asset.Assessment.Asset), AssetCauses.Find(asset, rules.Breaker));
        }

        Count(Scope.System, SystemCauses.Find(Figures(assets, report), rules.Breaker));
    }

    private AssetFigures Figures(AssetReport asset)
    {
        var (lastTier, without) = _memories.GetValueOrDefault(asset.Asset);
        bool inSession = asset.Session is MarketSession.Open;
        bool decided = asset.Quality is not Quality.NoDecision;
        ImmutableArray<SourceId> quarantined =
        [
            .. asset.Sources.Where(source => source is { Refusal: RefusalCode.WrongUnit, RawPrice: not null })
                .Select(source => source.Id),
        ];
        var tier = AssetRisk.TierOf(asset.DispersionPercent, lastTier, !quarantined.IsEmpty, rules.Risk);
        without = decided ? 0 : inSession ? without + 1 : without;
        _memories[asset.Asset] = (asset.DispersionPercent is null ? lastTier : tier, without);
        return new AssetFigures(
            new AssetAssessment(
                asset.Asset, asset.DispersionPercent, tier, asset.DispersionPercent is null, RiskRules.ScoreOf(tier),
                asset.Quality, asset.QualityReason),
            without, inSession)
        {
            ChangePercent = asset.ChangePercent,
            IsOpening = asset.IsOpening is true,
            VolatilityPercent = asset.VolatilityPercent,
            Sources = asset.Sources.Length,
            StaleSources = asset.Sources.Count(
                source => source.Refusal is RefusalCode.Stale or RefusalCode.FutureDated),
            Quarantined = quarantined,
        };
    }

    private SystemFigures Figures(ImmutableArray<AssetFigures> assets, RoundReport report)
    {
        ImmutableArray<AssetAssessment> assessments = [.. assets.Select(asset => asset.Assessment)];
        return new SystemFigures(
            SystemAssessment.Of(assessments, rules.Risk), assessments,
            [
                .. assets.Where(asset => asset.InSession || asset.Assessment.HasDecision)
                    .Select(asset => asset.RoundsWithoutDecision),
            ],
            assets.Any(asset => asset.InSession))
        {
            // A report does not say whether what was repeated also differed: no threshold of this cause is tried
            // too mildly for it.
            EquivocatingNodes = report.Network.Dropped
                .Where(dropped => dropped.Defect is ObservationDefect.Repeated)
                .Select(dropped => dropped.Node).Distinct().Count(),
            Faulty = report.Network.Faulty,
        };
    }

    private void Count(Scope scope, ImmutableArray<CauseFinding> findings)
    {
        foreach (var finding in findings)
        {
            var (activity, isOpen) = _served.GetValueOrDefault((scope, finding.Cause), (new CauseActivity(0, 0), false));
            _served[(scope, finding.Cause)] = finding.IsActive
                ? (new CauseActivity(activity.Rounds + 1, activity.Openings + (isOpen ? 0 : 1)), true)
                : (activity, isOpen && !finding.IsOver);
        }
    }
}
