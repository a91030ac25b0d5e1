using Aura.Engine.Canon;

namespace Aura.Engine.MasterLogic.Measures;

/// <summary>An asset's price in one round, splits already taken out.</summary>
/// <param name="Round">The round.</param>
/// <param name="Price">The agreed price, USD per unit; null when the round agreed on none.</param>
public readonly record struct RoundPrice(RoundNumber Round, decimal? Price);
