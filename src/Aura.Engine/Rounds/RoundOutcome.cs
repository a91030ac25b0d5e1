using Aura.Engine.Publishing;

namespace Aura.Engine.Rounds;

/// <summary>What a round decided.</summary>
/// <param name="Next">The engine's state after it.</param>
/// <param name="Report">The report for everyone.</param>
public sealed record RoundOutcome(EngineState Next, RoundReport Report);
