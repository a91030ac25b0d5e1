using Aura.Engine.Publishing;

namespace Aura.Dashboard.Publishing.Live;

internal static class LiveRegistration
{
    public static WebApplicationBuilder AddLive(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<RoundFeed>();
        builder.Services.AddSingleton<IReportPublisher>(provider => provider.GetRequiredService<RoundFeed>());
        builder.Services.AddSingleton<LiveRecovery>();
        builder.Services.AddSingleton<RoundExplainer>();
        builder.Services.AddSingleton<RoundExamination>();
        builder.Services.AddHostedService<LedgerFollower>();
        builder.Services.AddHostedService<RiskLog>();
        builder.Services.AddHealthChecks().AddCheck<FeedHealthCheck>("feed");
        return builder;
    }

    /// <summary>Shows people what the database knows, before the first round of this process.</summary>
    public static Task RecoverLiveAsync(this WebApplication app) =>
        app.Services.GetRequiredService<LiveRecovery>().RunAsync(app.Lifetime.ApplicationStopping);
}
