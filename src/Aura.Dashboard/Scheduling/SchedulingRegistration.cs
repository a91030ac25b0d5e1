using Aura.Dashboard.Configuration;
using Aura.Dashboard.Identity;
using Aura.Engine.Nodes;
using Aura.Engine.Rounds;
using Hangfire;
using Hangfire.AspNetCore;
using Microsoft.Extensions.Options;

namespace Aura.Dashboard.Scheduling;

/// <summary>Hangfire lives only here.</summary>
internal static class SchedulingRegistration
{
    private static readonly TimeSpan Polling = TimeSpan.FromSeconds(1);

    public static WebApplicationBuilder AddScheduling(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(provider =>
            RoundSchedule.Parse(provider.GetRequiredService<IOptions<EngineOptions>>().Value.Rounds.Cron));
        services.AddSingleton<SlotsBetween>(provider => provider.GetRequiredService<RoundSchedule>().Between);
        services.AddSingleton<OracleNetwork>();
        services.AddSingleton<RiskEngine>();
        services.AddSingleton<RoundRunner>();
        services.AddSingleton<RoundJob>();

        // Storage and activator are named explicitly: their static defaults would let several hosts of one test
        // process run each other's jobs.
        services.AddSingleton(provider => JobStores.Open(provider.GetRequiredService<IOptions<StorageOptions>>().Value));
        services.AddHangfire(_ => { });
        services.AddHangfireServer((provider, options) =>
        {
            options.WorkerCount = 2;
            options.SchedulePollingInterval = Polling;
            options.ShutdownTimeout = TimeSpan.FromSeconds(20);
            options.Activator = new AspNetCoreJobActivator(provider.GetRequiredService<IServiceScopeFactory>());
        });
        services.AddHealthChecks().AddCheck<ScheduleHealthCheck>("schedule");
        return builder;
    }

    public static WebApplication MapScheduling(this WebApplication app)
    {
        app.MapHangfireDashboardWithAuthorizationPolicy(
            AuraPolicies.Administration, "/hangfire",
            new DashboardOptions { IsReadOnlyFunc = _ => true, DisplayStorageConnectionString = false });
        return app;
    }

    /// <summary>Names the rule set in the ledger when it is not the one in force.</summary>
    public static Task AdoptRulesAsync(this WebApplication app) =>
        app.Services.GetRequiredService<RiskEngine>().AdoptRulesAsync(app.Lifetime.ApplicationStopping);

    /// <summary>Starts the rounds; the last step before the host serves.</summary>
    public static void ScheduleRounds(this WebApplication app)
    {
        JobStores.Prepare(app.Services.GetRequiredService<IOptions<StorageOptions>>().Value);
        app.Services.GetRequiredService<IRecurringJobManager>().AddOrUpdate<RoundJob>(
            RoundJob.Id,
            job => job.RunAsync(CancellationToken.None),
            app.Services.GetRequiredService<RulesInForce>().Settings.Schedule.Cron,
            new RecurringJobOptions { TimeZone = TimeZoneInfo.Utc });
    }
}
