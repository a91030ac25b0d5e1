using System.Collections.Immutable;

namespace Aura.Engine.Breaker;

/// <summary>The causes that rounds can raise, with what they ship as.</summary>
public static class BreakerCauses
{
    /// <summary>
    /// The shipped rules, the most severe first: of several that are active in one round the first opens the breaker.
    /// Volatility and unit suspicion are shadows: one has no threshold that fits every schedule, the other is harmless
    /// already, because what is suspected is excluded.
    /// </summary>
    public static ImmutableArray<CauseRule> Default { get; } =
    [
        new(BreakerCause.ExtremeDispersion, CauseMode.On),
        new(BreakerCause.SystemScore, CauseMode.On),
        new(BreakerCause.EveryAssetHigh, CauseMode.On),
        new(BreakerCause.Equivocation, CauseMode.On) { EnterAbove = 0m, LeaveAt = 0m },
        new(BreakerCause.PriceJump, CauseMode.On) { EnterAbove = 10m, LeaveAt = 5m },
        new(BreakerCause.OpeningGap, CauseMode.On) { EnterAbove = 20m, LeaveAt = 10m },
        new(BreakerCause.Volatility, CauseMode.Shadow) { EnterAbove = 5m, LeaveAt = 3m },
        new(BreakerCause.Stale, CauseMode.On) { EnterAbove = 50m, LeaveAt = 25m },
        new(BreakerCause.UnitSuspicion, CauseMode.Shadow) { EnterAbove = 0m, LeaveAt = 0m },
        new(BreakerCause.NoDecision, CauseMode.On),
    ];

    /// <summary>The causes of the first rule sets, which do not name theirs.</summary>
    public static ImmutableArray<CauseRule> First { get; } =
    [
        new(BreakerCause.ExtremeDispersion, CauseMode.On),
        new(BreakerCause.SystemScore, CauseMode.On),
        new(BreakerCause.NoDecision, CauseMode.On),
    ];
}
