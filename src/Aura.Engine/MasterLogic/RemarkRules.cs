namespace Aura.Engine.MasterLogic;

/// <summary>From when on a movement is remarked on. A remark excludes nothing: whoever decides must see outliers.</summary>
/// <param name="JumpPercent">Change of the agreed price from one round to the next, in percent.</param>
/// <param name="OpeningGapPercent">The same across the opening of a session, from the last price of the one before.</param>
/// <param name="DistancePercent">Distance of a source from the median of the other agreed ones, in percent.</param>
public sealed record RemarkRules(decimal JumpPercent, decimal OpeningGapPercent, decimal DistancePercent)
{
    /// <summary>5 %, 10 % and 5 %.</summary>
    public static RemarkRules Default { get; } = new(5m, 10m, 5m);
}
