using Aura.Engine.Rounds;

namespace Aura.Dashboard.Operators;

/// <summary>What a page or an endpoint learns after submitting.</summary>
internal abstract record DeskResult
{
    private DeskResult()
    {
    }

    /// <summary>The engine answered, now or earlier.</summary>
    internal sealed record Answered(CommandAnswer Answer) : DeskResult;

    /// <summary>The command id already stands for another command.</summary>
    internal sealed record KnownIdWithAnotherBody : DeskResult;

    /// <summary>The account is gone or was signed out everywhere; nobody acted, so nothing is recorded.</summary>
    internal sealed record NobodyActs : DeskResult;

    /// <summary>The database has no room; what cannot be recorded is not done, and the same command may be sent again.</summary>
    internal sealed record NotRecorded : DeskResult;

    /// <summary>The reason cannot be recorded.</summary>
    internal sealed record InvalidReason(string Fault) : DeskResult;
}
