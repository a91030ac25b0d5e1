namespace Aura.Engine.Rounds;

/// <summary>What a person can ask of a breaker.</summary>
public enum CommandKind
{
    /// <summary>Halt now.</summary>
    Trip,

    /// <summary>Start probing again; where two people are needed, ask for it.</summary>
    Reset,

    /// <summary>Agree to the reset that somebody else asked for.</summary>
    Approve,

    /// <summary>Refuse the reset that somebody asked for.</summary>
    Decline,

    /// <summary>Take an incident on.</summary>
    Acknowledge,

    /// <summary>Let incidents of one kind at one breaker call nobody for a time.</summary>
    Silence,

    /// <summary>End a silence before its time.</summary>
    EndSilence,

    /// <summary>State that the last trip of a cause, real or shadow, was wrong.</summary>
    JudgeFalse,

    /// <summary>Start probing again alone, in an emergency, where two people are needed.</summary>
    BreakGlass,

    /// <summary>Look at a break-glass reset afterwards, as somebody else.</summary>
    Review,

    /// <summary>Call people although nothing is wrong, so that they practise.</summary>
    StartDrill,

    /// <summary>End a drill.</summary>
    EndDrill,

    /// <summary>Ask for other thresholds.</summary>
    ProposeThresholds,

    /// <summary>Agree to thresholds that somebody else proposed.</summary>
    ApproveThresholds,

    /// <summary>Refuse, or take back, thresholds that were proposed.</summary>
    DeclineThresholds,
}
