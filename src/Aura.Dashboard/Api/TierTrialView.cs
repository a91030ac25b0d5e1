namespace Aura.Dashboard.Api;

/// <summary>Rounds of one asset in one tier, under the thresholds in force and under those asked about.</summary>
internal sealed record TierTrialView(string Asset, string Tier, int Now, int Proposed);
