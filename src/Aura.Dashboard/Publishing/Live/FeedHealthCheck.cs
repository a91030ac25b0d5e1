using Aura.Dashboard.Configuration;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aura.Dashboard.Publishing.Live;

/// <summary>A late feed is degraded, not unready: pages and commands still work and say how old the prices are.</summary>
internal sealed class FeedHealthCheck(RoundFeed feed, RoundSchedule schedule, TimeProvider time) : IHealthCheck
{
    private const int LatePeriods = 2;

    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        // Every configured breaker is recorded before the first round: without one, nothing was read yet.
        if (feed.Current.Breakers.IsEmpty)
            return Task.FromResult(HealthCheckResult.Unhealthy("What the database knows is not read yet."));
        if (feed.Current.Latest is not { } latest)
            return Task.FromResult(HealthCheckResult.Degraded("No round was decided yet."));

        // Hangfire may wake up to a second late.
        var allowed = (schedule.Period * LatePeriods) + TimeSpan.FromSeconds(1);
        var age = time.GetUtcNow() - latest.CompletedAt;
        return Task.FromResult(age > allowed
            ? HealthCheckResult.Degraded($"The latest round is {(long)age.TotalSeconds} s old.")
            : HealthCheckResult.Healthy());
    }
}
