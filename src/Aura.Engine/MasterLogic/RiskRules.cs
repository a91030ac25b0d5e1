using System.Diagnostics;
using System.Text.Json.Serialization;

namespace Aura.Engine.MasterLogic;

/// <summary>Thresholds and scores of the risk rules. Percentages are dispersion in percent, not fractions.</summary>
/// <param name="ElevatedAbovePercent">Dispersion above it is Elevated.</param>
/// <param name="HighAbovePercent">Dispersion above it is High.</param>
/// <param name="ExtremeAbovePercent">Dispersion above it is Extreme.</param>
/// <param name="DispersionGapPercentagePoints">A gap between two assets' dispersions above it adds to the system score.</param>
/// <param name="DispersionGapScore">What it adds.</param>
public sealed record RiskRules(
    decimal ElevatedAbovePercent,
    decimal HighAbovePercent,
    decimal ExtremeAbovePercent,
    decimal DispersionGapPercentagePoints,
    decimal DispersionGapScore)
{
    /// <summary>The greatest score a page shows; the raw value may be higher.</summary>
    public const decimal HighestDisplayScore = 10m;

    /// <summary>What is remarked on; null, and not written, under rules that remark on nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RemarkRules? Remarks { get; init; }

    /// <summary>How volatility is followed; null, and not written, under rules that do not follow it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public VolatilityRules? Volatility { get; init; }

    /// <summary>The specification's numbers.</summary>
    public static RiskRules Default { get; } = new(2m, 5m, 10m, 2m, 2.0m);

    /// <summary>The tier of a dispersion; each threshold itself still belongs to the calmer tier.</summary>
    public Tier TierOf(decimal dispersionPercent) => dispersionPercent switch
    {
        _ when dispersionPercent > ExtremeAbovePercent => Tier.Extreme,
        _ when dispersionPercent > HighAbovePercent => Tier.High,
        _ when dispersionPercent > ElevatedAbovePercent => Tier.Elevated,
        _ => Tier.Normal,
    };

    /// <summary>The score of a tier: 0, 4, 7 or 10.</summary>
    public static decimal ScoreOf(Tier tier) => tier switch
    {
        Tier.Normal => 0m,
        Tier.Elevated => 4m,
        Tier.High => 7m,
        Tier.Extreme => 10m,
        _ => throw new UnreachableException(),
    };
}
