using System.Diagnostics;
using Aura.Dashboard.Queries;
using Aura.Engine.Rounds;

namespace Aura.Dashboard.Components.Appearance;

/// <summary>What happened to a breaker, as people read it.</summary>
internal static class EventWords
{
    public static string Of(BreakerEvent happened) => happened.Kind switch
    {
        LedgerEventKind.Changed => happened.Cause is { } cause ? BreakerWords.Of(cause) : T("Changed"),
        LedgerEventKind.TrippedAgain => T("Tripped again; it was Isolated already"),
        LedgerEventKind.ResetRequested => T("Reset asked for"),
        LedgerEventKind.Declined => T("Reset declined"),
        LedgerEventKind.Refused => happened.Asked switch
        {
            CommandKind.Trip => T("Trip refused"),
            CommandKind.Reset => T("Reset refused"),
            CommandKind.Approve => T("Approval refused"),
            CommandKind.Decline => T("Decline refused"),
            CommandKind.BreakGlass => T("Break-glass reset refused"),
            CommandKind.Review => T("Review refused"),
            CommandKind.Acknowledge => T("Acknowledgement refused"),
            CommandKind.Silence => T("Silence refused"),
            CommandKind.EndSilence => T("End of a silence refused"),
            CommandKind.JudgeFalse => T("Judgement refused"),
            CommandKind.StartDrill => T("Drill refused"),
            CommandKind.EndDrill => T("End of a drill refused"),
            CommandKind.ProposeThresholds => T("Proposal of thresholds refused"),
            CommandKind.ApproveThresholds => T("Approval of thresholds refused"),
            CommandKind.DeclineThresholds => T("Decline of thresholds refused"),
            null => T("Command refused"),
            _ => throw new UnreachableException(),
        },
        LedgerEventKind.Reviewed => T("Break-glass reset reviewed"),
        LedgerEventKind.JudgedFalse => happened.Cause is { } judged
            ? T("Judged a false positive: {0}", BreakerWords.Of(judged))
            : T("Judged a false positive"),
        LedgerEventKind.RefusalsSummarised => T("More commands refused"),
        _ => throw new UnreachableException(),
    };

    public static string Of(RequestFate fate) => fate switch
    {
        RequestFate.Waiting => T("Waiting"),
        RequestFate.Approved => T("Approved"),
        RequestFate.Declined => T("Declined"),
        RequestFate.Voided => T("Voided by another change"),
        RequestFate.Expired => T("Expired"),
        _ => throw new UnreachableException(),
    };

    public static Tone ToneOf(RequestFate fate) => fate switch
    {
        RequestFate.Waiting => Tone.Notice,
        RequestFate.Approved => Tone.Good,
        RequestFate.Declined or RequestFate.Voided or RequestFate.Expired => Tone.Neutral,
        _ => throw new UnreachableException(),
    };
}
