using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Publishing.Alerts;
using Aura.Engine.Rounds;

namespace Aura.Dashboard.Components.Dialogs;

/// <summary>What somebody is about to answer.</summary>
/// <param name="Kind">Acknowledge, silence, end a silence, or judge a trip.</param>
/// <param name="Scope">What a silence is about; SYSTEM for whatever is named by its own id.</param>
public sealed record AlertDraft(CommandKind Kind, Scope Scope)
{
    /// <summary>The incident to take on.</summary>
    public long? Incident { get; init; }

    /// <summary>What to silence.</summary>
    public AlertKind? Alert { get; init; }

    /// <summary>The cause to judge.</summary>
    public BreakerCause? Cause { get; init; }

    /// <summary>The round of the trip that is judged; 0 for all others.</summary>
    public long Round { get; init; }

    /// <summary>The silence to end.</summary>
    public Guid? Silence { get; init; }
}
