namespace Aura.Engine.Consensus;

/// <summary>When a price is taken for one in another unit.</summary>
/// <param name="ReferencePercent">
/// How far the dearest of at least two other sources may lie above the cheapest of them, in percent, both ends included,
/// so that they say what the price is.
/// </param>
/// <param name="FactorPercent">
/// How far the ratio to those sources may lie from a factor between two units, in percent of the factor, both ends
/// included. The factors begin at 10, a tenth of which no market is away from itself within one round.
/// </param>
public sealed record UnitRules(decimal ReferencePercent, decimal FactorPercent)
{
    /// <summary>The specification's 2 %, and 3 % for "near".</summary>
    public static UnitRules Default { get; } = new(2m, 3m);
}
