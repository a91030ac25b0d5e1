using System.Security.Cryptography;
using Aura.Dashboard.Api;
using Aura.Dashboard.Audit;
using Aura.Dashboard.Backtests;
using Aura.Dashboard.Components;
using Aura.Dashboard.Configuration;
using Aura.Dashboard.Identity;
using Aura.Dashboard.Operators;
using Aura.Dashboard.Publishing.Hub;
using Aura.Dashboard.Publishing.Live;
using Aura.Dashboard.Scheduling;
using Aura.Dashboard.Sources;
using Aura.Dashboard.Storage;
using Aura.Dashboard.Telemetry;
using Aura.Dashboard.Verbs;
using Aura.Dashboard.Verifier;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Aura.Dashboard;

/// <summary>The composition root. Reads as a table of contents: each folder registers itself, only this class sees all.</summary>
internal static class AuraDashboardBuilder
{
    public static WebApplicationBuilder AddAuraDashboard(this WebApplicationBuilder builder)
    {
        builder.AddClockAndChance();
        builder.Services.Configure<HostOptions>(options =>
        {
            // Time for a round to finish or to abandon its slot, within the grace that supervisors give.
            options.ShutdownTimeout = TimeSpan.FromSeconds(25);
            // Half a host would look alive and tell nobody anything; a restart reads the state from the database.
            options.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.StopHost;
        });
        return builder
            .AddReadableRefusals()
            .AddStorage()
            .AddAuraIdentity()
            .AddSources()
            .AddLive()
            .AddHub()
            .AddOperators()
            .AddScheduling()
            .AddAudit()
            .AddBacktests()
            .AddApi()
            .AddHealth()
            .AddVerifier()
            .AddAuraComponents();
    }

    /// <summary>What the executable does beside serving. A replay reads the ledger and gets nothing that writes or listens.</summary>
    public static IReadOnlyList<IVerb> Verbs { get; } =
    [
        new HealthVerb(),
        new VerifyVerb(),
        new ReplayVerb(builder => builder.AddClockAndChance().AddStorage().AddReplay()),
        new TripVerb(AddTrip, () => Environment.GetEnvironmentVariable(TripAccount.CredentialKey)),
    ];

    /// <summary>What the verb <c>trip</c> needs: the database and its own right, nothing that listens or schedules.</summary>
    public static WebApplicationBuilder AddTrip(this WebApplicationBuilder builder) =>
        builder.AddClockAndChance().AddStorage().AddTripCredential().AddOutOfBandTrip();

    public static WebApplication UseAuraDashboard(this WebApplication app)
    {
        app.ValidateSettings();
        app.UseStrictTransport();
        app.UseApiProblems();
        app.UseOwnOrigin();
        app.UseLanguages();
        app.UseAuthentication();
        app.UsePasswordGate();
        app.UseAuthorization();
        app.MapHealth();
        app.MapApi();
        app.MapHub();
        app.MapScheduling();
        app.MapVerifier();
        app.MapAuraComponents();
        return app;
    }

    // The one place where the ambient clock is named (R7); a test host registers its own before this.
    private static WebApplicationBuilder AddClockAndChance(this WebApplicationBuilder builder)
    {
        builder.Services.TryAddSingleton<TimeProvider>(new SteadyClock(TimeProvider.System));
        // Chance that must never repeat: the ledger's name and the keys that sign it. Rounds draw from their seed.
        builder.Services.TryAddSingleton(_ => RandomNumberGenerator.Create());
        return builder;
    }

    // Browsers that came over TLS once never come without it again. A developer's localhost would lose plain HTTP.
    private static void UseStrictTransport(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
            app.UseHsts();
    }

    /// <summary>Everything that must be true before the first request or round, then the host until it is stopped.</summary>
    public static async Task RunAuraDashboardAsync(this WebApplication app)
    {
        await using (await app.TakeStartTurnAsync())
        {
            await app.MigrateAsync();
            await app.PrepareAccountsAsync();
            await app.PositionTapeAsync();
            await app.AdoptRulesAsync();
            await app.CompareLedgerAsync();
            await app.RecoverLiveAsync();
            app.ScheduleRounds();
        }

        await app.RunAsync();
    }
}
