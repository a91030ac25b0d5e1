using Aura.Engine.Canon;

namespace Aura.Engine.Publishing;

/// <summary>The last agreed price, to be shown with its age; never aggregated or published again.</summary>
/// <param name="Value">USD per unit of the asset.</param>
/// <param name="Round">The round that agreed it.</param>
/// <param name="At">When, UTC.</param>
public sealed record LastPrice(decimal Value, RoundNumber Round, DateTimeOffset At);
