namespace Aura.Engine.Rounds.Thresholds;

/// <summary>How often a cause was active.</summary>
/// <param name="Rounds">In how many rounds.</param>
/// <param name="Openings">How often it became active after it had been over: what would have opened a breaker anew.</param>
public sealed record CauseActivity(int Rounds, int Openings);
