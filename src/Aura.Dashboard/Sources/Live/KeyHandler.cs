namespace Aura.Dashboard.Sources.Live;

/// <summary>
/// Adds the key last, below everything that logs or measures, and takes it away before anything above sees the request
/// again: a retry would send it twice, and whoever logs an address would log the key.
/// </summary>
internal sealed class KeyHandler(VendorLine line) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var address = request.RequestUri;
        line.Authorise(request, FetchContext.AccountOf(request).Key);
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        finally
        {
            request.RequestUri = address;
            request.Headers.Clear();
        }
    }
}
