using System.Collections.Immutable;
using Aura.Engine.Publishing.Alerts;

namespace Aura.Engine.Rounds;

/// <summary>What a command decided.</summary>
/// <param name="Next">The engine's state after it.</param>
/// <param name="Answer">The answer.</param>
/// <param name="IsSummarised">Whether the actor has been refused so often that this refusal gets no entry of its own.</param>
public sealed record CommandOutcome(EngineState Next, CommandAnswer Answer, bool IsSummarised = false)
{
    /// <summary>What it changed about incidents.</summary>
    public ImmutableArray<IncidentChange> AlertChanges
    {
        get => field.IsDefault ? [] : field;
        init;
    }
}
