using Aura.Engine.Canon;
using Aura.Engine.Market;

namespace Aura.Dashboard.Sources;

/// <summary>Asks vendors that a tape plays, over the HTTP pipeline. Whatever goes wrong on the way is a typed failure; it interprets nothing.</summary>
internal sealed class HttpMarketSource(
    IHttpClientFactory clients, VendorEndpoints endpoints, IMarketTape tape, TimeProvider time) : IMarketSource
{
    public MarketMoment? MomentOf(RoundNumber round, Slot slot) => tape.MomentOf(round, slot);

    public async Task<RawResponse> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(
            HttpMethod.Get, endpoints.Of(request.Source).PathAndQuery(request.Source, request.MarketTime));
        message.Options.Set(FetchContext.Request, request);
        try
        {
            using var client = clients.CreateClient(request.Source.Vendor);
            using var response = await client.SendAsync(
                message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            byte[]? body = await CappedBody.ReadAsync(response.Content, cancellationToken);
            var receivedAt = ReceivedAt(message, request);
            int status = (int)response.StatusCode;
            if (body is null)
                return RawResponse.Failed(RefusalCode.Oversize, receivedAt, status);
            return new RawResponse(
                status, body, StatusRefusal.ClassOf(request.Source, status, body, request.MarketTime), receivedAt);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return RawResponse.Failed(RefusalCode.Transport, ReceivedAt(message, request));
        }
    }

    private DateTimeOffset ReceivedAt(HttpRequestMessage message, FetchRequest request) =>
        message.Options.TryGetValue(FetchContext.Delay, out var delay)
            ? request.Slot.Instant + delay
            : time.GetUtcNow();
}
