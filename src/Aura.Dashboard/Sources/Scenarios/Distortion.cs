namespace Aura.Dashboard.Sources.Scenarios;

/// <summary>From a round on, a source states its price multiplied by a factor; a later distortion replaces an earlier one.</summary>
/// <param name="Source">The source.</param>
/// <param name="FromRound">The first round it applies to.</param>
/// <param name="Factor">The factor; 1 ends an earlier distortion.</param>
internal sealed record Distortion(string Source, long FromRound, decimal Factor);
