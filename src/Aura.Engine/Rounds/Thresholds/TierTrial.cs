using Aura.Engine.Canon;
using Aura.Engine.MasterLogic;

namespace Aura.Engine.Rounds.Thresholds;

/// <summary>Rounds of one asset in one tier, under the thresholds in force and under those proposed.</summary>
/// <param name="Asset">The asset.</param>
/// <param name="Tier">The tier.</param>
/// <param name="Now">Rounds under the thresholds in force.</param>
/// <param name="Proposed">Rounds under those proposed.</param>
public sealed record TierTrial(AssetSymbol Asset, Tier Tier, int Now, int Proposed);
