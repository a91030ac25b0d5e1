using System.Text.Json.Serialization;

namespace Aura.Engine.Breaker;

/// <summary>Why a command was refused. Stable lower-kebab names, the same in problem details, page and ledger.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BreakerRefusal>))]
public enum BreakerRefusal
{
    /// <summary>Not refused.</summary>
    [JsonStringEnumMemberName("none")]
    None,

    /// <summary>The actor's roles do not allow it.</summary>
    [JsonStringEnumMemberName("forbidden")]
    Forbidden,

    /// <summary>No breaker has this scope.</summary>
    [JsonStringEnumMemberName("unknown-scope")]
    UnknownScope,

    /// <summary>The breaker has moved on since the person looked at it.</summary>
    [JsonStringEnumMemberName("stale-version")]
    StaleVersion,

    /// <summary>There is nothing to reset in this state.</summary>
    [JsonStringEnumMemberName("wrong-state")]
    WrongState,

    /// <summary>Too early after the trip.</summary>
    [JsonStringEnumMemberName("cooling-down")]
    CoolingDown,

    /// <summary>Another request to reset is waiting for its approval.</summary>
    [JsonStringEnumMemberName("request-pending")]
    RequestPending,

    /// <summary>The breaker has no such request.</summary>
    [JsonStringEnumMemberName("unknown-request")]
    UnknownRequest,

    /// <summary>The request was declined, was voided by a trip, or has expired.</summary>
    [JsonStringEnumMemberName("request-closed")]
    RequestClosed,

    /// <summary>No such incident or silence lasts.</summary>
    [JsonStringEnumMemberName("unknown-incident")]
    UnknownIncident,

    /// <summary>It cannot be silenced, or not for so long.</summary>
    [JsonStringEnumMemberName("not-silenceable")]
    NotSilenceable,

    /// <summary>The cause has no trip of that round that nobody has judged yet.</summary>
    [JsonStringEnumMemberName("nothing-to-judge")]
    NothingToJudge,

    /// <summary>Who asked for a reset cannot approve it.</summary>
    [JsonStringEnumMemberName("same-person")]
    SamePerson,

    /// <summary>What the person was shown is no longer what would happen.</summary>
    [JsonStringEnumMemberName("stale-preview")]
    StalePreview,

    /// <summary>The person must prove again who they are.</summary>
    [JsonStringEnumMemberName("step-up-required")]
    StepUpRequired,

    /// <summary>One person may reset here, so there is no glass to break.</summary>
    [JsonStringEnumMemberName("break-glass-not-needed")]
    BreakGlassNotNeeded,

    /// <summary>The proposed thresholds cannot be rules, or change nothing.</summary>
    [JsonStringEnumMemberName("invalid-thresholds")]
    InvalidThresholds,

    /// <summary>Another rule set than that of this host is in force.</summary>
    [JsonStringEnumMemberName("other-rules")]
    OtherRules,
}
