using System.Diagnostics;
using Aura.Engine.Publishing;
using Aura.Engine.Rounds;

namespace Aura.Dashboard.Components.Dialogs;

/// <summary>What a command to a breaker is called, and how what it will do is read, before a person confirms it.</summary>
internal static class CommandWords
{
    public static string TitleOf(CommandKind kind, BreakerReport breaker) => kind switch
    {
        CommandKind.Trip => T("Trip {0}", breaker.Scope),
        CommandKind.Reset when breaker.ApprovalsRequired > 1 => T("Request reset of {0}", breaker.Scope),
        CommandKind.Reset => T("Reset {0}", breaker.Scope),
        CommandKind.Approve => T("Approve reset of {0}", breaker.Scope),
        CommandKind.Decline => T("Decline reset of {0}", breaker.Scope),
        CommandKind.BreakGlass => T("Break glass: reset {0} alone", breaker.Scope),
        CommandKind.Review => T("Review the break-glass reset of {0}", breaker.Scope),
        _ => throw new UnreachableException(),
    };

    /// <summary>A sentence of the server's preview in the reader's language; its figures stay as the record spells them.</summary>
    public static string Of(PreviewLine line) => T(line.Template, [.. line.Figures]);

    /// <summary>What became of a command whose answer was lost.</summary>
    public static string Settled(PendingCommand pending, CommandAnswer? answer) => answer switch
    {
        null => T("{0} of {1}: not done. Nothing was recorded, and nobody is carrying it out.", pending.Kind, pending.Scope),
        { Status: CommandStatus.Refused } => T("{0} of {1}: not done. {2}", pending.Kind, pending.Scope, answer.Reason),
        { Transition: { } transition } =>
            T("{0} of {1}: done. It is {2} (version {3}).", pending.Kind, pending.Scope, transition.To, transition.Version),
        _ => T("{0} of {1}: done.", pending.Kind, pending.Scope),
    };
}
