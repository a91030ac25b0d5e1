using System.Collections.Immutable;
using Aura.Engine.Canon;

namespace Aura.Engine.Breaker;

/// <summary>How one cause has served one breaker so far: how often it opened it, would have opened it, and erred.</summary>
/// <param name="Scope">The breaker.</param>
/// <param name="Cause">The cause.</param>
/// <param name="Trips">How often it opened the breaker.</param>
/// <param name="ShadowTrips">How often it would have opened it while it was only counted.</param>
/// <param name="FalsePositives">Of both, those that people judged to be wrong.</param>
/// <param name="LastTrip">The round of the last of both.</param>
/// <param name="LastDetail">Its evidence in one sentence.</param>
/// <param name="IsLastJudged">Whether that one was judged already.</param>
/// <param name="IsShadowTripped">Whether the shadow stands open: what goes on is not counted again.</param>
/// <param name="CleanRounds">Rounds in a row in which a tripped shadow's cause was over.</param>
public sealed record CauseRecord(
    Scope Scope, BreakerCause Cause, long Trips, long ShadowTrips, long FalsePositives, RoundNumber LastTrip,
    string LastDetail, bool IsLastJudged, bool IsShadowTripped, int CleanRounds)
{
    /// <summary>The records after a round.</summary>
    /// <param name="records">Before; the others stay as they are.</param>
    /// <param name="scope">The breaker.</param>
    /// <param name="findings">What the round found for it.</param>
    /// <param name="transition">What it changed; null for nothing.</param>
    /// <param name="round">The round.</param>
    /// <param name="rules">A shadow stands again after as many calm rounds as a breaker that was reset at once.</param>
    public static IEnumerable<CauseRecord> After(
        ImmutableArray<CauseRecord> records, Scope scope, ImmutableArray<CauseFinding> findings, Transition? transition,
        RoundNumber round, BreakerRules rules)
    {
        // Several may be active; the most severe one is what the breaker was told.
        var opening = transition is { IsManual: false, To: BreakerState.Open or BreakerState.Isolated }
            ? findings.FirstOrDefault(finding => finding is { Mode: CauseMode.On, IsActive: true })
            : null;
        foreach (var finding in findings)
        {
            var before = records.FirstOrDefault(record => record.Scope == scope && record.Cause == finding.Cause)
                ?? new CauseRecord(scope, finding.Cause, 0, 0, 0, RoundNumber.None, string.Empty, false, false, 0);
            var after = finding.Mode is CauseMode.Shadow ? before.Shadowed(finding, round, rules)
                : finding == opening ? before.Opened(finding, round)
                : before with { IsShadowTripped = false, CleanRounds = 0 };
            if (after.Trips + after.ShadowTrips > 0)
                yield return after;
        }
    }

    /// <summary>The record after somebody judged its last trip to be wrong.</summary>
    public CauseRecord Judged() => this with { FalsePositives = FalsePositives + 1, IsLastJudged = true };

    private CauseRecord Opened(CauseFinding finding, RoundNumber round) => this with
    {
        Trips = Trips + 1,
        LastTrip = round,
        LastDetail = finding.Detail,
        IsLastJudged = false,
        IsShadowTripped = false,
        CleanRounds = 0,
    };

    private CauseRecord Shadowed(CauseFinding finding, RoundNumber round, BreakerRules rules)
    {
        if (finding.IsActive)
            return IsShadowTripped
                ? this with { CleanRounds = 0 }
                : this with
                {
                    ShadowTrips = ShadowTrips + 1,
                    LastTrip = round,
                    LastDetail = finding.Detail,
                    IsLastJudged = false,
                    IsShadowTripped = true,
                    CleanRounds = 0,
                };
        if (!IsShadowTripped)
            return this;
        if (!finding.IsOver)
            return this with { CleanRounds = 0 };
        return CleanRounds + 1 < rules.HalfOpenRounds
            ? this with { CleanRounds = CleanRounds + 1 }
            : this with { IsShadowTripped = false, CleanRounds = 0 };
    }
}
