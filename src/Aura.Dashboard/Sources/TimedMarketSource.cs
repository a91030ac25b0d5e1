using System.Collections.Concurrent;
using Aura.Dashboard.Queries;
using Aura.Engine.Canon;
using Aura.Engine.Market;

namespace Aura.Dashboard.Sources;

/// <summary>Keeps how long each source took, beside the answers themselves: no decision depends on it.</summary>
/// <param name="inner">Who is asked.</param>
/// <param name="time">The clock by which live answers arrive; null where the tape computes when they do, from the slot on.</param>
internal sealed class TimedMarketSource(IMarketSource inner, TimeProvider? time) : IMarketSource, ISourceLatency
{
    private readonly ConcurrentDictionary<SourceId, Slowest> _slowest = new();

    public MarketMoment? MomentOf(RoundNumber round, Slot slot) => inner.MomentOf(round, slot);

    public async Task<RawResponse> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        var asked = time?.GetUtcNow() ?? request.Slot.Instant;
        var response = await inner.FetchAsync(request, cancellationToken);
        var taken = new Slowest(request.Slot, response.ReceivedAt - asked);
        _slowest.AddOrUpdate(
            request.Source.Id, taken,
            (_, known) => known.Slot == taken.Slot && known.Latency > taken.Latency ? known : taken);
        return response;
    }

    public TimeSpan? Of(SourceId source) => _slowest.TryGetValue(source, out var slowest) ? slowest.Latency : null;

    private sealed record Slowest(Slot Slot, TimeSpan Latency);
}
