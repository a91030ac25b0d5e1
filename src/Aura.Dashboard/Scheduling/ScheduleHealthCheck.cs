using Hangfire;
using Hangfire.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aura.Dashboard.Scheduling;

/// <summary>Ready means that rounds will come: the job that drives them is in the job store.</summary>
internal sealed class ScheduleHealthCheck(JobStorage jobs) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        using var connection = jobs.GetConnection();
        return Task.FromResult(connection.GetRecurringJobs([RoundJob.Id]) is [{ Removed: false }]
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("No round is scheduled."));
    }
}
