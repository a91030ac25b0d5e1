using System.Collections.Concurrent;
using Aura.Engine.Breaker;
using Aura.Engine.Publishing;
using Aura.Engine.Publishing.Alerts;

namespace Aura.Testing;

/// <summary>A publisher that remembers what it was told.</summary>
public sealed class RecordingPublisher : IReportPublisher
{
    private readonly ConcurrentQueue<RoundReport> _reports = new();
    private readonly ConcurrentQueue<(Transition Transition, BreakerReport Breaker)> _changes = new();
    private readonly ConcurrentQueue<BreakerReport> _requests = new();
    private readonly ConcurrentQueue<AlertBook> _alerts = new();

    public IReadOnlyCollection<RoundReport> Reports => _reports;

    public IReadOnlyCollection<(Transition Transition, BreakerReport Breaker)> Changes => _changes;

    public IReadOnlyCollection<BreakerReport> Requests => _requests;

    public IReadOnlyCollection<AlertBook> Alerts => _alerts;

    public ValueTask RoundCompletedAsync(RoundReport report, CancellationToken cancellationToken)
    {
        _reports.Enqueue(report);
        return ValueTask.CompletedTask;
    }

    public ValueTask BreakerChangedAsync(Transition transition, BreakerReport breaker, CancellationToken cancellationToken)
    {
        _changes.Enqueue((transition, breaker));
        return ValueTask.CompletedTask;
    }

    public ValueTask RequestChangedAsync(BreakerReport breaker, CancellationToken cancellationToken)
    {
        _requests.Enqueue(breaker);
        return ValueTask.CompletedTask;
    }

    public ValueTask AlertsChangedAsync(AlertBook alerts, CancellationToken cancellationToken)
    {
        _alerts.Enqueue(alerts);
        return ValueTask.CompletedTask;
    }
}
