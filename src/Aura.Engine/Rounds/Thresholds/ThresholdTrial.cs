using System.Collections.Immutable;
using Aura.Engine.Canon;
using Aura.Engine.MasterLogic;
using Aura.Engine.Publishing;

namespace Aura.Engine.Rounds.Thresholds;

/// <summary>
/// What other thresholds would have said of rounds that really happened, beside what those in force say. It goes by the
/// figures that the rounds reported and by the causes' own functions; which rounds a breaker was open in, it leaves out,
/// because people would have acted otherwise.
/// </summary>
/// <param name="First">The first of the rounds; none for no rounds.</param>
/// <param name="Last">The last of them.</param>
/// <param name="Rounds">How many there were.</param>
/// <param name="Tiers">Rounds of each asset in each tier.</param>
/// <param name="Causes">The causes that were active in any round under either rule set.</param>
public sealed record ThresholdTrial(
    RoundNumber First, RoundNumber Last, int Rounds, ImmutableArray<TierTrial> Tiers, ImmutableArray<CauseTrial> Causes)
{
    /// <summary>How many rounds a proposal is tried on.</summary>
    public const int Length = 1_000;

    /// <summary>Tries thresholds.</summary>
    /// <param name="now">The rule set in force.</param>
    /// <param name="thresholds">What is proposed.</param>
    /// <param name="reports">The rounds, oldest first.</param>
    public static ThresholdTrial Of(RuleSet now, ThresholdSet thresholds, IReadOnlyList<RoundReport> reports)
    {
        var (standing, proposed) = (new TrialRun(now), new TrialRun(thresholds.In(now)));
        foreach (var report in reports)
        {
            standing.Add(report);
            proposed.Add(report);
        }

        var none = RoundNumber.None;
        return new ThresholdTrial(
            reports.Count == 0 ? none : reports[0].Round, reports.Count == 0 ? none : reports[^1].Round, reports.Count,
            [
                .. standing.TierRounds.Keys.Select(key => key.Asset).Concat(proposed.TierRounds.Keys.Select(key => key.Asset))
                    .Distinct().Order()
                    .SelectMany(asset => Enum.GetValues<Tier>(), (asset, tier) => new TierTrial(
                        asset, tier, standing.TierRounds.GetValueOrDefault((asset, tier)),
                        proposed.TierRounds.GetValueOrDefault((asset, tier)))),
            ],
            [
                .. now.Scopes.SelectMany(scope => now.Breaker.CausesInForce.Zip(thresholds.Causes), (scope, pair) => new CauseTrial(
                        scope, pair.First.Cause, pair.First.Mode, pair.Second.Mode,
                        standing.ServedBy(scope, pair.First.Cause), proposed.ServedBy(scope, pair.First.Cause)))
                    .Where(cause => cause.Now != cause.Proposed || cause.Now.Rounds > 0),
            ]);
    }
}
