namespace Aura.Dashboard.Configuration;

/// <summary>The vendors that can be asked. The limits are those of their free plans. Section <c>Market:Vendors</c>.</summary>
internal sealed class VendorsOptions
{
    public VendorOptions AlphaVantage { get; set; } =
        new() { BaseUrl = "https://www.alphavantage.co", RequestsPerMinute = 60, RequestsPerDay = 25 };

    public VendorOptions TwelveData { get; set; } =
        new() { BaseUrl = "https://api.twelvedata.com", RequestsPerMinute = 8, RequestsPerDay = 800 };

    public VendorOptions Finnhub { get; set; } =
        new() { BaseUrl = "https://finnhub.io", RequestsPerMinute = 60 };

    public VendorOptions GoldApi { get; set; } = new() { BaseUrl = "https://api.gold-api.com" };

    /// <summary>All vendors by the name that sources use.</summary>
    public IReadOnlyDictionary<string, VendorOptions> ByName() => new Dictionary<string, VendorOptions>(StringComparer.Ordinal)
    {
        [nameof(AlphaVantage)] = AlphaVantage,
        [nameof(TwelveData)] = TwelveData,
        [nameof(Finnhub)] = Finnhub,
        [nameof(GoldApi)] = GoldApi,
    };
}
