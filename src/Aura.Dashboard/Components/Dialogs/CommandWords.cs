using System.Diagnostics;
using Aura.Dashboard.Components.Appearance;
using Aura.Engine.Breaker;
using Aura.Engine.Publishing;
using Aura.Engine.Rounds;

namespace Aura.Dashboard.Components.Dialogs;

/// <summary>What a command to a breaker is called, and what it will do, before a person confirms it.</summary>
internal static class CommandWords
{
    public static string TitleOf(CommandKind kind, BreakerReport breaker) => kind switch
    {
        CommandKind.Trip => T("Trip {0}", breaker.Scope),
        CommandKind.Reset when breaker.ApprovalsRequired > 1 => T("Request reset of {0}", breaker.Scope),
        CommandKind.Reset => T("Reset {0}", breaker.Scope),
        CommandKind.Approve => T("Approve reset of {0}", breaker.Scope),
        CommandKind.Decline => T("Decline reset of {0}", breaker.Scope),
        _ => throw new UnreachableException(),
    };

    public static IEnumerable<string> EffectsOf(CommandKind kind, BreakerReport breaker)
    {
        string prices = breaker.Scope.IsSystem ? T("all prices") : T("the {0} price", breaker.Scope);
        string latched = T("It stays Isolated until a person resets it.");
        string roundsGoOn = T("Rounds go on: prices are still fetched, agreed and recorded.");
        return (kind, breaker.State) switch
        {
            (CommandKind.Trip, BreakerState.Closed) =>
                [T("Publishing of {0} stops at once.", prices), latched, roundsGoOn],
            (CommandKind.Trip, _) =>
                [T("Publishing of {0} stays stopped, from now on by your decision.", prices), latched, roundsGoOn],
            (CommandKind.Reset, _) when breaker.ApprovalsRequired > 1 =>
            [
                T("Nothing changes yet: a compliance officer other than you must approve within {0} minutes.",
                    ResetRequest.Lifetime.TotalMinutes),
                T("A trip or one decline in the meantime ends the request."),
            ],
            (CommandKind.Reset or CommandKind.Approve, _) =>
            [
                T("Probing starts: after {0} clean rounds in a row the breaker closes and publishing of {1} resumes.",
                    breaker.CleanRoundsNeeded, prices),
                T("A round with a cause opens it again; until it is Closed nothing goes out."),
            ],
            (CommandKind.Decline, _) =>
            [
                T("The breaker stays {0}; publishing of {1} stays stopped.", breaker.State, prices),
                T("A reset needs a new request."),
            ],
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>Who must act next, and who is told.</summary>
    public static string NextOf(CommandKind kind, BreakerReport breaker, BreakerRules rules) => kind switch
    {
        CommandKind.Trip when breaker.ApprovalsRequired > 1 => T(
            "Next: an operator can ask for a reset after {0}; a compliance officer, who is somebody else, approves it.",
            Figures.Span(rules.CoolDown)),
        CommandKind.Trip => T("Next: an operator can reset it after {0}.", Figures.Span(rules.CoolDown)),
        CommandKind.Reset when breaker.ApprovalsRequired > 1 => T("Next: a compliance officer approves or declines."),
        CommandKind.Reset or CommandKind.Approve => T("Next: nobody. The rounds decide; anybody may watch them here."),
        CommandKind.Decline => T("Next: an operator, who may ask again."),
        _ => throw new UnreachableException(),
    };
}
