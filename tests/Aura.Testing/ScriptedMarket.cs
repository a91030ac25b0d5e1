using System.Collections.Concurrent;
using Aura.Engine.Canon;
using Aura.Engine.Market;

namespace Aura.Testing;

/// <summary>A market source that answers the standard prices unless it is told otherwise.</summary>
public sealed class ScriptedMarket : IMarketSource
{
    private readonly ConcurrentDictionary<SourceId, Func<FetchRequest, CancellationToken, Task<RawResponse>>> _script = new();
    private int _fetches;

    /// <summary>The last round that the market has data for.</summary>
    public RoundNumber Last { get; set; } = new(long.MaxValue);

    public MarketSession Session { get; set; } = MarketSession.Open;

    /// <summary>How many requests arrived.</summary>
    public int Fetches => _fetches;

    /// <summary>Below a millisecond when set, as a real clock is.</summary>
    public TimeSpan ClockOffset { get; set; }

    public ScriptedMarket Answer(SourceRule source, Func<FetchRequest, RawResponse> answer)
    {
        _script[source.Id] = (request, _) => Task.FromResult(answer(request));
        return this;
    }

    /// <summary>The source answers only when it is cancelled.</summary>
    public ScriptedMarket Hang(SourceRule source)
    {
        _script[source.Id] = async (_, cancellationToken) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            throw new OperationCanceledException(cancellationToken);
        };
        return this;
    }

    /// <summary>The source never answers, whatever becomes of its token.</summary>
    public ScriptedMarket HangForEver(SourceRule source)
    {
        _script[source.Id] = (_, _) => new TaskCompletionSource<RawResponse>().Task;
        return this;
    }

    /// <summary>The transport has a bug.</summary>
    public ScriptedMarket Throw(SourceRule source, Exception exception)
    {
        _script[source.Id] = (_, _) => Task.FromException<RawResponse>(exception);
        return this;
    }

    public MarketMoment? MomentOf(RoundNumber round, Slot slot) =>
        round.CompareTo(Last) <= 0 ? new MarketMoment(slot.Instant + ClockOffset, Session) : null;

    public Task<RawResponse> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _fetches);
        return _script.TryGetValue(request.Source.Id, out var answer)
            ? answer(request, cancellationToken)
            : Task.FromResult(Standardly(request));
    }

    /// <summary>The standard answer, 40 ms after the slot.</summary>
    public static RawResponse Standardly(FetchRequest request) =>
        Priced(request, Standard.Prices[request.Source.Id]);

    /// <summary>A vendor-shaped answer with a price, 40 ms after the slot.</summary>
    public static RawResponse Priced(FetchRequest request, decimal price) =>
        new(200, VendorBody.Of(request.Source, price, request.MarketTime), RefusalCode.None, ReceivedAt(request));

    /// <summary>40 ms after the slot.</summary>
    public static DateTimeOffset ReceivedAt(FetchRequest request) => request.Slot.Instant.AddMilliseconds(40);
}
