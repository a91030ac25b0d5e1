using Polly.CircuitBreaker;

namespace Aura.Dashboard.Sources.Live;

/// <summary>
/// Pays for every attempt from the vendor's budget. It stands between the retries, each of which costs a call, and the
/// breaker, for which a call that was not made is no sign of health.
/// </summary>
internal sealed class BudgetHandler(VendorLine line, TimeProvider time) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.Options.TryGetValue(FetchContext.Deadline, out var deadline))
            throw new InvalidOperationException("A live request says until when it may wait.");

        var taken = await line.Budget.TakeAsync(deadline, cancellationToken);
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            if (RetryAfter.Of(response, time.GetUtcNow()) is { } until)
                line.Budget.HoldUntil(until);
            return response;
        }
        catch (BrokenCircuitException)
        {
            line.Budget.GiveBack(taken);
            throw;
        }
    }
}
