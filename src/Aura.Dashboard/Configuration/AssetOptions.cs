using Aura.Engine.Market;

namespace Aura.Dashboard.Configuration;

/// <summary>One asset. Section <c>Assets:{i}</c>.</summary>
internal sealed class AssetOptions
{
    /// <summary>1 to 12 capital letters or digits.</summary>
    public string Symbol { get; set; } = string.Empty;

    /// <summary>The unit of the asset's price. Accepted: <c>Share</c>, <c>TroyOunce</c>.</summary>
    public PriceUnit Unit { get; set; }

    /// <summary>Prices below are refused; USD per unit.</summary>
    public decimal LowestPrice { get; set; } = 0.01m;

    /// <summary>Prices above are refused; USD per unit.</summary>
    public decimal HighestPrice { get; set; } = 1_000_000m;

    /// <summary>Splits of its shares; prices before and after become comparable.</summary>
    public List<CorporateActionOptions> CorporateActions { get; set; } = [];

    /// <summary>Who states its price.</summary>
    public List<SourceOptions> Sources { get; set; } = [];
}
