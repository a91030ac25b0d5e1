using Aura.Engine.Rounds.Thresholds;

namespace Aura.Dashboard.Api;

/// <summary>Answer of <c>POST thresholds/trial</c>: the latest rounds under the thresholds in force and under those asked about.</summary>
internal sealed record ThresholdTrialView(
    int Rounds, long First, long Last, IReadOnlyList<TierTrialView> Tiers, IReadOnlyList<CauseTrialView> Causes)
{
    public static ThresholdTrialView Of(ThresholdTrial trial) =>
        new(
            trial.Rounds, trial.First.Value, trial.Last.Value,
            [.. trial.Tiers.Select(tier => new TierTrialView($"{tier.Asset}", $"{tier.Tier}", tier.Now, tier.Proposed))],
            [
                .. trial.Causes.Select(cause => new CauseTrialView(
                    cause.Scope.Value, $"{cause.Cause}", $"{cause.ModeNow}", $"{cause.ModeProposed}",
                    cause.Now.Rounds, cause.Proposed.Rounds, cause.Now.Openings, cause.Proposed.Openings)),
            ]);
}
