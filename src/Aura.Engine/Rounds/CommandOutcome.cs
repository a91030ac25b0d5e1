namespace Aura.Engine.Rounds;

/// <summary>What a command decided.</summary>
/// <param name="Next">The engine's state after it; unchanged unless executed.</param>
/// <param name="Answer">The answer.</param>
public sealed record CommandOutcome(EngineState Next, CommandAnswer Answer);
