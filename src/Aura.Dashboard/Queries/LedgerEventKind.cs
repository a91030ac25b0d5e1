namespace Aura.Dashboard.Queries;

/// <summary>What a ledger entry says that people look for among a million rounds.</summary>
public enum LedgerEventKind
{
    /// <summary>A breaker changed its state.</summary>
    Changed,

    /// <summary>A trip of a breaker that was Isolated already; it voids a request that waited.</summary>
    TrippedAgain,

    /// <summary>Somebody asked for a reset that a second person must approve.</summary>
    ResetRequested,

    /// <summary>Somebody declined such a request.</summary>
    Declined,

    /// <summary>A command was refused.</summary>
    Refused,

    /// <summary>Refusals that were summed up; they name no breaker.</summary>
    RefusalsSummarised,

    /// <summary>A rule set came into force.</summary>
    RulesAdopted,

    /// <summary>Somebody else has looked at a break-glass reset.</summary>
    Reviewed,

    /// <summary>Somebody took an incident on.</summary>
    Acknowledged,

    /// <summary>Somebody silenced incidents for a time.</summary>
    Silenced,

    /// <summary>Somebody ended a silence before its time.</summary>
    SilenceEnded,

    /// <summary>Somebody judged a trip, real or shadow, to be false.</summary>
    JudgedFalse,

    /// <summary>Somebody called people to practise.</summary>
    DrillStarted,

    /// <summary>Somebody ended a drill.</summary>
    DrillEnded,

    /// <summary>Somebody proposed thresholds; such events name no breaker.</summary>
    ThresholdsProposed,

    /// <summary>Somebody else approved them.</summary>
    ThresholdsApproved,

    /// <summary>Somebody declined them, or took them back.</summary>
    ThresholdsDeclined,
}
