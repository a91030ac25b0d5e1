using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Aura.VendorStub;

/// <summary>Invented prices.</summary>
/// <param name="Factor">What every price is multiplied by.</param>
internal sealed record StubPrices(decimal Factor)
{
    private const decimal GramsPerTroyOunce = 31.1034768m;
    private const decimal Gold = 3300.10m;
    private const decimal GoldShare = 303.00m;
    private const decimal Company = 415.25m;

    public static StubPrices Plain { get; } = new(1m);

    /// <summary>One source of each asset is off, so that the others can say so: gold by the gram, shares in cents.</summary>
    public static StubPrices AnotherUnit(HttpRequest request) => request.Path.Value switch
    {
        "/price/XAU" => new(1m / GramsPerTroyOunce),
        "/api/v1/quote" => new(100m),
        _ => Plain,
    };

    public string Of(string instrument) => decimal.Round(
        Factor * instrument switch
        {
            "GLD" => GoldShare,
            "XAU" or "XAU/USD" => Gold,
            _ => Company,
        },
        4).ToString(CultureInfo.InvariantCulture);
}
