using Microsoft.Extensions.DependencyInjection;

namespace Aura.Dashboard.Tests;

/// <summary>Stands where a vendor's socket would be and answers as a test says.</summary>
internal sealed class VendorStub(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer)
    : HttpMessageHandler
{
    private int _requests;

    public int Requests => _requests;

    public void Plays(AuraHost host, string vendor) => host.Replacing(services =>
        services.AddHttpClient(vendor).ConfigurePrimaryHttpMessageHandler(() => this));

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _requests);
        return answer(request, cancellationToken);
    }
}
