using Aura.Engine.Canon;
using Aura.Engine.Publishing.Alerts;
using Aura.Engine.Rounds;

namespace Aura.Dashboard.Components.Dialogs;

/// <summary>What somebody is about to answer.</summary>
/// <param name="Kind">Acknowledge, silence, or end a silence.</param>
/// <param name="Scope">What a silence is about; SYSTEM for whatever is named by its own id.</param>
public sealed record AlertDraft(CommandKind Kind, Scope Scope)
{
    /// <summary>The incident to take on.</summary>
    public long? Incident { get; init; }

    /// <summary>What to silence.</summary>
    public AlertKind? Alert { get; init; }

    /// <summary>The silence to end.</summary>
    public Guid? Silence { get; init; }
}
