using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Aura.Engine.Canon;

namespace Aura.Engine.Market;

/// <summary>One configured asset.</summary>
/// <param name="Symbol">The asset's name.</param>
/// <param name="Unit">The unit of its agreed price; every source is converted to it.</param>
/// <param name="LowestPrice">Converted prices below are refused as implausible; USD per unit.</param>
/// <param name="HighestPrice">Converted prices above are refused as implausible; USD per unit.</param>
public sealed record AssetRule(AssetSymbol Symbol, PriceUnit Unit, decimal LowestPrice, decimal HighestPrice)
{
    /// <summary>Splits, sorted by date; null, and not written, when there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<CorporateAction>? CorporateActions { get; init; }
}
