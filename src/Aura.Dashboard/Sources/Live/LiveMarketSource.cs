using System.Collections.Concurrent;
using Aura.Dashboard.Configuration;
using Aura.Engine.Canon;
using Aura.Engine.Market;
using Aura.Engine.Rounds;
using Microsoft.Extensions.Options;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Aura.Dashboard.Sources.Live;

/// <summary>
/// Asks the vendors themselves. Whatever goes wrong on the way is a typed failure; it judges no price, and every body
/// that leaves it has lost the keys that a vendor may have repeated.
/// </summary>
internal sealed class LiveMarketSource(
    IHttpClientFactory clients, VendorEndpoints endpoints, VendorLines lines, IOptions<EngineOptions> options, RuleSet rules,
    TimeProvider time) : IMarketSource
{
    private readonly ConcurrentDictionary<(Slot Slot, SourceId Source), Lazy<Task<RawResponse>>> _shared = new();
    private readonly TimeSpan _gather = options.Value.Rounds.GatherTimeout;

    // The rules say of each asset whether it trades; of the moment it is enough that something does.
    public MarketMoment? MomentOf(RoundNumber round, Slot slot)
    {
        var open = new MarketMoment(InstantText.Truncate(time.GetUtcNow()), MarketSession.Open);
        return rules.Market.Assets.Any(asset => rules.Market.SessionOf(asset.Unit, open) is MarketSession.Open)
            ? open
            : open with { Session = MarketSession.Closed };
    }

    public Task<RawResponse> FetchAsync(FetchRequest request, CancellationToken cancellationToken) =>
        options.Value.Market.Fetch is FetchSharing.Shared
            ? ShareAsync(request, cancellationToken)
            : AskAsync(request, cancellationToken);

    private Task<RawResponse> ShareAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        foreach (var past in _shared.Keys.Where(key => key.Slot != request.Slot))
            _shared.TryRemove(past, out _);
        var answer = _shared.GetOrAdd(
            (request.Slot, request.Source.Id), _ => new Lazy<Task<RawResponse>>(() => AskForAllAsync(request)));
        return answer.Value.WaitAsync(cancellationToken);
    }

    // No node's own token: one that gives up must not take the answer from the others.
    private async Task<RawResponse> AskForAllAsync(FetchRequest request)
    {
        using var deadline = new CancellationTokenSource(_gather, time);
        try
        {
            return await AskAsync(request, deadline.Token);
        }
        catch (OperationCanceledException)
        {
            return RawResponse.Failed(RefusalCode.Timeout, time.GetUtcNow());
        }
    }

    private async Task<RawResponse> AskAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        var line = lines.Of(request.Source.Vendor);
        using var message = new HttpRequestMessage(
            HttpMethod.Get, endpoints.Of(request.Source).PathAndQuery(request.Source, request.MarketTime));
        message.Options.Set(FetchContext.Account, line.AccountOf(request.Node));
        message.Options.Set(FetchContext.Deadline, time.GetUtcNow() + _gather);
        try
        {
            using var client = clients.CreateClient(line.Name);
            using var response = await client.SendAsync(
                message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return await ReadAsync(line, request, response, cancellationToken);
        }
        catch (Exception exception) when (FailureOf(exception, cancellationToken) is { } failure)
        {
            // A call that never left says nothing about the vendor.
            if (failure is RefusalCode.Timeout or RefusalCode.Transport or RefusalCode.Oversize)
                line.Heard(failure, time.GetUtcNow());
            return RawResponse.Failed(failure, time.GetUtcNow());
        }
    }

    private async Task<RawResponse> ReadAsync(
        VendorLine line, FetchRequest request, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        byte[] bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        var now = time.GetUtcNow();
        int status = (int)response.StatusCode;
        var body = line.Redact(bytes);
        var failure = StatusRefusal.ClassOf(request.Source, status, body.Body, request.MarketTime);
        var said = failure is RefusalCode.None ? ClassOf(request, body.Body) : failure;
        line.Heard(said, now);
        if (RefusalHold.Until(said, RefusalHold.HeadersOf(response), body.Body, now) is { } until)
            line.AccountOf(request.Node).Budget.HoldUntil(until, said);
        return new RawResponse(status, body.Body, failure, now) { IsRedacted = body.IsRedacted };
    }

    // Read for the vendor's allowance only; what a body says about a price is for the nodes to agree on.
    private static RefusalCode ClassOf(FetchRequest request, ReadOnlyMemory<byte> body) =>
        BodyParsers.Read(request.Source, body, request.MarketTime) is Reading.Refused refused ? refused.Code : RefusalCode.None;

    // Null for bugs, and for the end of the round or of the host, which the node tells apart.
    private static RefusalCode? FailureOf(Exception exception, CancellationToken cancellationToken) => exception switch
    {
        VendorRefusedException refused => refused.Code,
        BrokenCircuitException => RefusalCode.Suspended,
        TimeoutRejectedException => RefusalCode.Timeout,
        OperationCanceledException => cancellationToken.IsCancellationRequested ? null : RefusalCode.Timeout,
        HttpRequestException => RefusalCode.Transport,
        _ => null,
    };
}
