using System.Collections.Immutable;
using Aura.Engine.Market;
using Aura.Engine.MasterLogic;

namespace Aura.Engine.Breaker;

/// <summary>What the causes of an asset's breaker look at in one round.</summary>
/// <param name="Assessment">Dispersion, tier and quality.</param>
/// <param name="RoundsWithoutDecision">Consecutive in-session rounds without a decision, this one included.</param>
/// <param name="InSession">Whether the asset's market trades.</param>
public sealed record AssetFigures(AssetAssessment Assessment, int RoundsWithoutDecision, bool InSession)
{
    /// <summary>From the agreed price before, in percent; null where it is not compared.</summary>
    public decimal? ChangePercent { get; init; }

    /// <summary>Whether the price before is of an earlier session.</summary>
    public bool IsOpening { get; init; }

    /// <summary>In percent a round; null while it is unknown.</summary>
    public decimal? VolatilityPercent { get; init; }

    /// <summary>The configured sources.</summary>
    public int Sources { get; init; }

    /// <summary>Those that state an old price or one of the future.</summary>
    public int StaleSources { get; init; }

    /// <summary>Those that state another unit.</summary>
    public ImmutableArray<SourceId> Quarantined
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    /// <summary>Stale sources in percent of all, 4 places.</summary>
    public decimal StalePercent =>
        Sources == 0 ? 0m : decimal.Round(100m * StaleSources / Sources, StalePlaces, MidpointRounding.ToEven);

    private const int StalePlaces = 4;
}
