using System.Net;
using System.Net.Mime;
using System.Text;

namespace Aura.Dashboard.Sources;

/// <summary>
/// Plays all vendors from a tape. It stands where Live has its socket, so resilience, reading, parsing and consensus
/// are the same code in every mode.
/// </summary>
internal sealed class TapeHandler(IMarketTape tape, VendorEndpoints endpoints) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.Options.TryGetValue(FetchContext.Request, out var fetch))
            throw new InvalidOperationException("A tape can only answer requests that say which round they belong to.");

        request.Options.Set(FetchContext.Delay, tape.DelayOf(fetch));
        var endpoint = endpoints.Of(fetch.Source);
        string body = tape.PriceOf(fetch) is { } price
            ? endpoint.Render(fetch.Source, price, fetch.MarketTime)
            : endpoint.RenderEmpty(fetch.Source);
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
        {
            RequestMessage = request,
            Content = new StringContent(body, Encoding.UTF8, MediaTypeNames.Application.Json),
        });
    }
}
