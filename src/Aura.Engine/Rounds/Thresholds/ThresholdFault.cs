namespace Aura.Engine.Rounds.Thresholds;

/// <summary>What is wrong with one threshold.</summary>
/// <param name="Key">Its name, as in JSON.</param>
/// <param name="Reason">The key, the value and what would be accepted, in one sentence.</param>
public sealed record ThresholdFault(string Key, string Reason);
