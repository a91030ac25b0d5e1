namespace Aura.Dashboard.Sources.Scenarios;

/// <summary>The true price of an asset in a scenario.</summary>
/// <param name="Symbol">The asset.</param>
/// <param name="Price">The price that it swings around, USD per unit of the asset.</param>
/// <param name="SwingPercent">How far it swings, in percent.</param>
internal sealed record ScenarioAsset(string Symbol, decimal Price, decimal SwingPercent);
