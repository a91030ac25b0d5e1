using System.Collections.Immutable;
using Aura.Engine.Breaker;

namespace Aura.Dashboard.Configuration;

/// <summary>What opens a breaker without a person, the most severe first. Section <c>Breaker:Causes</c>.</summary>
internal sealed class CausesOptions
{
    public CauseModeOptions ExtremeDispersion { get; set; } = Switch(BreakerCause.ExtremeDispersion);

    public CauseModeOptions SystemScore { get; set; } = Switch(BreakerCause.SystemScore);

    public CauseModeOptions EveryAssetHigh { get; set; } = Switch(BreakerCause.EveryAssetHigh);

    public CauseOptions Equivocation { get; set; } = Threshold(BreakerCause.Equivocation);

    public CauseOptions PriceJump { get; set; } = Threshold(BreakerCause.PriceJump);

    public CauseOptions OpeningGap { get; set; } = Threshold(BreakerCause.OpeningGap);

    public CauseOptions Volatility { get; set; } = Threshold(BreakerCause.Volatility);

    public CauseOptions Stale { get; set; } = Threshold(BreakerCause.Stale);

    public CauseOptions UnitSuspicion { get; set; } = Threshold(BreakerCause.UnitSuspicion);

    public CauseModeOptions NoDecision { get; set; } = Switch(BreakerCause.NoDecision);

    /// <summary>As the rule set has them.</summary>
    public ImmutableArray<CauseRule> ToRules() => [.. BreakerCauses.Default.Select(rule => rule.Cause switch
    {
        BreakerCause.ExtremeDispersion => rule with { Mode = ExtremeDispersion.Mode },
        BreakerCause.SystemScore => rule with { Mode = SystemScore.Mode },
        BreakerCause.EveryAssetHigh => rule with { Mode = EveryAssetHigh.Mode },
        BreakerCause.NoDecision => rule with { Mode = NoDecision.Mode },
        _ => ByName()[rule.Cause] is var options
            ? rule with { Mode = options.Mode, EnterAbove = options.EnterAbove, LeaveAt = options.LeaveAt }
            : rule,
    })];

    /// <summary>Those with thresholds of their own.</summary>
    public IReadOnlyDictionary<BreakerCause, CauseOptions> ByName() => new Dictionary<BreakerCause, CauseOptions>
    {
        [BreakerCause.Equivocation] = Equivocation,
        [BreakerCause.PriceJump] = PriceJump,
        [BreakerCause.OpeningGap] = OpeningGap,
        [BreakerCause.Volatility] = Volatility,
        [BreakerCause.Stale] = Stale,
        [BreakerCause.UnitSuspicion] = UnitSuspicion,
    };

    private static CauseModeOptions Switch(BreakerCause cause) => new() { Mode = Shipped(cause).Mode };

    private static CauseOptions Threshold(BreakerCause cause) => Shipped(cause) is var rule
        ? new CauseOptions
        {
            Mode = rule.Mode,
            EnterAbove = rule.EnterAbove.GetValueOrDefault(),
            LeaveAt = rule.LeaveAt.GetValueOrDefault(),
        }
        : new CauseOptions();

    private static CauseRule Shipped(BreakerCause cause) => BreakerCauses.Default.First(rule => rule.Cause == cause);
}
