using System.Globalization;
using Aura.Engine.Market;

namespace Aura.Dashboard.Sources.Finnhub;

internal sealed class CandleEndpoint : IVendorEndpoint
{
    private static readonly TimeSpan Range = TimeSpan.FromDays(1);

    public string Vendor => "Finnhub";

    public string Function => "candle";

    public string PathAndQuery(SourceRule source, DateTimeOffset marketTime)
    {
        var asked = InstrumentBars.Of(source.Symbol);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"/api/v1/stock/candle?symbol={Uri.EscapeDataString(asked.Instrument)}&resolution={asked.Minutes}"
            + $"&from={(marketTime - Range).ToUnixTimeSeconds()}&to={marketTime.ToUnixTimeSeconds()}");
    }

    public string Render(SourceRule source, decimal price, DateTimeOffset marketTime)
    {
        string amount = Amount.Fixed(price, 4);
        long start = InstrumentBars.Of(source.Symbol).NewestStart(marketTime).ToUnixTimeSeconds();
        return $$"""
            { "c": [{{amount}}], "h": [{{amount}}], "l": [{{amount}}], "o": [{{amount}}], "s": "ok", "t": [{{start}}], "v": [0] }
            """;
    }

    public string RenderEmpty(SourceRule source) => """{ "s": "no_data" }""";
}
