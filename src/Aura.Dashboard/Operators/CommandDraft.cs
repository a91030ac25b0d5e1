using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Rounds;

namespace Aura.Dashboard.Operators;

/// <summary>A command before its actor is read.</summary>
internal sealed record CommandDraft(
    Guid CommandId, CommandKind Kind, Scope Scope, long ExpectedVersion, ReasonCode ReasonCode, string Reason)
{
    /// <summary>Why nobody could approve; null for everything but a break-glass reset.</summary>
    public string? Justification { get; init; }

    /// <summary>The request to approve or decline, or the break-glass reset to review; null for all others.</summary>
    public Guid? RequestId { get; init; }

    /// <summary>The digest of the preview that the person was shown; null when none was.</summary>
    public Digest? Preview { get; init; }
}
