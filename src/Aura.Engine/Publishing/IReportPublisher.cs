using Aura.Engine.Breaker;
using Aura.Engine.Publishing.Alerts;

namespace Aura.Engine.Publishing;

/// <summary>
/// The port that announces what has been committed. An implementation handles its own failures: what is in the ledger
/// stays true whether or not anybody heard of it.
/// </summary>
public interface IReportPublisher
{
    /// <summary>A round was committed.</summary>
    ValueTask RoundCompletedAsync(RoundReport report, CancellationToken cancellationToken);

    /// <summary>A command was committed that changed a breaker.</summary>
    ValueTask BreakerChangedAsync(Transition transition, BreakerReport breaker, CancellationToken cancellationToken);

    /// <summary>A command was committed that made, declined or voided a request to reset a breaker.</summary>
    ValueTask RequestChangedAsync(BreakerReport breaker, CancellationToken cancellationToken);

    /// <summary>Something that was committed, and is no round, left incidents or silences like this.</summary>
    ValueTask AlertsChangedAsync(AlertBook alerts, CancellationToken cancellationToken);
}
