using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Publishing.Alerts;
using Aura.Engine.Rounds;
using Aura.Engine.Rounds.Thresholds;

namespace Aura.Dashboard.Components.Dialogs;

/// <summary>What somebody is about to do, but for its id and words.</summary>
/// <param name="Kind">An answer to an incident, a judgement of a trip, or a step of a change of thresholds.</param>
/// <param name="Scope">What a silence is about; SYSTEM for whatever is named by its own id.</param>
public sealed record CommentDraft(CommandKind Kind, Scope Scope)
{
    /// <summary>The incident to take on.</summary>
    public long? Incident { get; init; }

    /// <summary>What to silence.</summary>
    public AlertKind? Alert { get; init; }

    /// <summary>The cause to judge.</summary>
    public BreakerCause? Cause { get; init; }

    /// <summary>The round of the trip that is judged; 0 for all others.</summary>
    public long Round { get; init; }

    /// <summary>The silence to end, or the proposal to approve or decline.</summary>
    public Guid? Request { get; init; }

    /// <summary>The thresholds to propose.</summary>
    public ThresholdSet? Thresholds { get; init; }
}
