using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Rounds;

namespace Aura.Dashboard.Operators;

/// <summary>A command before its actor is read.</summary>
internal sealed record CommandDraft(
    Guid CommandId, CommandKind Kind, Scope Scope, long ExpectedVersion, ReasonCode ReasonCode, string Reason)
{
    /// <summary>The request to approve or decline; null for trip and reset.</summary>
    public Guid? RequestId { get; init; }

    /// <summary>The digest of the preview that the person was shown; null when none was.</summary>
    public Digest? Preview { get; init; }
}
