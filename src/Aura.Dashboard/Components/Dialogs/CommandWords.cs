using System.Diagnostics;
using Aura.Engine.Breaker;
using Aura.Engine.Publishing;
using Aura.Engine.Rounds;

namespace Aura.Dashboard.Components.Dialogs;

/// <summary>What a command to a breaker is called, and what it will do, before a person confirms it.</summary>
internal static class CommandWords
{
    private const string Latched = "It stays Isolated until a person resets it.";
    private const string RoundsGoOn = "Rounds go on: prices are still fetched, agreed and recorded.";

    public static string TitleOf(CommandKind kind, BreakerReport breaker) => kind switch
    {
        CommandKind.Trip => $"Trip {breaker.Scope}",
        CommandKind.Reset when breaker.ApprovalsRequired > 1 => $"Request reset of {breaker.Scope}",
        CommandKind.Reset => $"Reset {breaker.Scope}",
        CommandKind.Approve => $"Approve reset of {breaker.Scope}",
        CommandKind.Decline => $"Decline reset of {breaker.Scope}",
        _ => throw new UnreachableException(),
    };

    public static IEnumerable<string> EffectsOf(CommandKind kind, BreakerReport breaker)
    {
        string prices = breaker.Scope.IsSystem ? "all prices" : $"the {breaker.Scope} price";
        string[] probing =
        [
            $"Probing starts: after {breaker.CleanRoundsNeeded} clean rounds in a row the breaker closes and publishing of {prices} resumes.",
            "A round with a cause opens it again; until it is Closed nothing goes out.",
        ];
        return (kind, breaker.State) switch
        {
            (CommandKind.Trip, BreakerState.Closed) =>
                [$"Publishing of {prices} stops at once.", Latched, RoundsGoOn],
            (CommandKind.Trip, _) =>
                [$"Publishing of {prices} stays stopped, from now on by your decision.", Latched, RoundsGoOn],
            (CommandKind.Reset, _) when breaker.ApprovalsRequired > 1 =>
            [
                "Nothing changes yet: a compliance officer other than you must approve within "
                    + $"{ResetRequest.Lifetime.TotalMinutes:0} minutes.",
                "A trip or one decline in the meantime ends the request.",
            ],
            (CommandKind.Reset or CommandKind.Approve, _) => probing,
            (CommandKind.Decline, _) =>
                [$"The breaker stays {breaker.State}; publishing of {prices} stays stopped.", "A reset needs a new request."],
            _ => throw new UnreachableException(),
        };
    }
}
