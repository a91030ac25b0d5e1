using System.Collections.Immutable;
using Aura.Engine.Market;
using Aura.Engine.Publishing;
using Aura.Engine.Publishing.Alerts;

namespace Aura.Dashboard.Publishing.Live;

/// <summary>Everything a live page shows, from one moment.</summary>
/// <param name="History">The latest rounds, oldest first, bounded; the last one is the latest.</param>
/// <param name="Breakers">SYSTEM first, then the assets; never older than the latest round.</param>
internal sealed record LiveSnapshot(ImmutableArray<RoundReport> History, ImmutableArray<BreakerReport> Breakers)
{
    /// <summary>What each source was last agreed on, as far back as the recovered history and this process reach.</summary>
    public ImmutableDictionary<SourceId, LastAgreed> Agreed { get; init; } = ImmutableDictionary<SourceId, LastAgreed>.Empty;

    /// <summary>The incidents that last, and what is silenced.</summary>
    public AlertBook Alerts { get; init; } = AlertBook.Empty;

    public RoundReport? Latest => History.IsEmpty ? null : History[^1];
}
