namespace Aura.Dashboard.Configuration;

/// <summary>A split. Section <c>Assets:{i}:CorporateActions:{j}</c>.</summary>
internal sealed class CorporateActionOptions
{
    /// <summary>The first trading day in New York with prices of new shares, <c>yyyy-MM-dd</c>.</summary>
    public string Date { get; set; } = string.Empty;

    /// <summary>New shares for old ones: <c>2:1</c> doubles their number and halves the price.</summary>
    public string Ratio { get; set; } = string.Empty;
}
