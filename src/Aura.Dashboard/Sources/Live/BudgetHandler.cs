using Aura.Engine.Market;
using Polly.CircuitBreaker;

namespace Aura.Dashboard.Sources.Live;

/// <summary>
/// Pays for every attempt from the key's budget. It stands between the retries, each of which costs a call, and the
/// breaker, for which a call that was not made is no sign of health.
/// </summary>
internal sealed class BudgetHandler(TimeProvider time) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.Options.TryGetValue(FetchContext.Deadline, out var deadline))
            throw new InvalidOperationException("A live request says until when it may wait.");

        var budget = FetchContext.AccountOf(request).Budget;
        var taken = await budget.TakeAsync(deadline, cancellationToken);
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            if (RefusalHold.AskedFor(response, time.GetUtcNow()) is { } until)
                budget.HoldUntil(until, RefusalCode.Throttled);
            return response;
        }
        catch (BrokenCircuitException)
        {
            budget.GiveBack(taken);
            throw;
        }
    }
}
