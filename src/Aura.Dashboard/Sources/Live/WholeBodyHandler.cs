using Aura.Engine.Market;

namespace Aura.Dashboard.Sources.Live;

/// <summary>
/// Reads the whole answer inside the attempt, so that one which breaks off or trickles is a failed attempt like any other:
/// tried again, and counted against the vendor. One that is too large is not: it would be as large again.
/// </summary>
internal sealed class WholeBodyHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        try
        {
            using var sent = response.Content;
            byte[] body = await CappedBody.ReadAsync(sent, cancellationToken)
                ?? throw new VendorRefusedException(RefusalCode.Oversize);
            response.Content = new ByteArrayContent(body);
            return response;
        }
        // InvalidData: bytes that are not compressed as their header says.
        catch (Exception exception) when (exception is IOException or InvalidDataException)
        {
            response.Dispose();
            throw new HttpRequestException("The answer broke off.", exception);
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
