using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Aura.Engine.Breaker;
using Aura.Engine.Canon;

namespace Aura.Engine.Publishing;

/// <summary>One breaker as people and machines see it.</summary>
/// <param name="Scope">What it guards.</param>
/// <param name="State">Its state.</param>
/// <param name="Version">Its version, which a reset must name.</param>
/// <param name="Cause">Why it is in its state.</param>
/// <param name="Since">When it entered the state, UTC; null if it never changed.</param>
/// <param name="CoolDownEndsAt">When a reset is no longer too early, UTC; null when nothing is to be reset.</param>
/// <param name="CleanRounds">Clean rounds so far while HalfOpen.</param>
/// <param name="CleanRoundsNeeded">Clean rounds from HalfOpen to Closed.</param>
/// <param name="ActiveCauses">Causes that the latest round raised, whether or not they changed the state.</param>
/// <param name="Last">The last transition; null if there was none.</param>
public sealed record BreakerReport(
    Scope Scope, BreakerState State, long Version, BreakerCause Cause, DateTimeOffset? Since,
    DateTimeOffset? CoolDownEndsAt, int CleanRounds, int CleanRoundsNeeded,
    ImmutableArray<BreakerCause> ActiveCauses, Transition? Last)
{
    /// <summary>The request to reset it that waits for a second person; null if there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ResetRequest? Pending { get; init; }

    /// <summary>Causes that would have opened it if they were more than counted; null, and not written, for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<BreakerCause>? ShadowCauses { get; init; }

    /// <summary>How its causes have served so far; null, and not written, while none was ever active.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<CauseRecord>? Served { get; init; }

    /// <summary>Break-glass resets that nobody has reviewed; null when there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<BreakGlassReset>? Unreviewed { get; init; }

    /// <summary>People needed for a reset, the requester included; the first ledgers, which do not say, needed one.</summary>
    public int ApprovalsRequired
    {
        get => Math.Max(field, 1);
        init;
    }

    /// <summary>Renders a breaker.</summary>
    public static BreakerReport Of(BreakerRecord record, BreakerRules rules, ImmutableArray<BreakerCause> activeCauses) =>
        new(
            record.Scope, record.State, record.Version, record.Cause, record.Last?.At,
            record.CoolDownEndsAt(rules), record.CleanRounds, rules.HalfOpenRounds, activeCauses, record.Last)
        {
            ApprovalsRequired = rules.ApprovalsRequired,
            Unreviewed = record.Unreviewed,
            // Whether it has expired is left to who looks, because time goes on between two reports.
            Pending = record.Request is { Status: RequestStatus.Pending } pending ? pending : null,
        };
}
