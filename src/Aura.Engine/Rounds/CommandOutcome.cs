namespace Aura.Engine.Rounds;

/// <summary>What a command decided.</summary>
/// <param name="Next">The engine's state after it.</param>
/// <param name="Answer">The answer.</param>
/// <param name="IsSummarised">Whether the actor has been refused so often that this refusal gets no entry of its own.</param>
public sealed record CommandOutcome(EngineState Next, CommandAnswer Answer, bool IsSummarised = false);
