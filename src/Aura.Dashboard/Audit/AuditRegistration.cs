using Aura.Dashboard.Configuration;
using Aura.Dashboard.Queries;
using Microsoft.Extensions.Options;

namespace Aura.Dashboard.Audit;

/// <summary>What commits the host to its ledger.</summary>
internal static class AuditRegistration
{
    private static readonly TimeSpan WitnessTimeout = TimeSpan.FromSeconds(10);

    public static WebApplicationBuilder AddAudit(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptionsWithValidateOnStart<AuditOptions, AuditOptionsValidator>()
            .Configure<IConfiguration>((options, configuration) => StrictSettings.Read(
                options, configuration.GetSection(AuditOptions.Section), options.Unreadable));
        services.AddSingleton(OpenFolder);
        services.AddSingleton<CheckpointKeys>();
        services.AddSingleton<RecordedNotices>();
        services.AddSingleton<ContradictedLedger>();
        services.AddHttpClient(Witness.Client, client => client.Timeout = WitnessTimeout);
        services.AddSingleton<Witness>();
        services.AddHostedService(provider => provider.GetRequiredService<Witness>());
        services.AddSingleton<CheckpointSigner>();
        services.AddSingleton<ICheckpoints>(provider => provider.GetRequiredService<CheckpointSigner>());
        services.AddHostedService<CheckpointWriter>();
        builder.AddReplay();
        services.AddSingleton<LedgerPatrol>();
        services.AddHostedService(provider => provider.GetRequiredService<LedgerPatrol>());
        services.AddSingleton<IEvidenceExport, EvidenceExport>();
        services.AddSingleton<IRoundProof, RoundProofs>();
        services.AddSingleton<ILedgerStatus, StandingReader>();
        return builder;
    }

    /// <summary>What decides the stored ledger again and finds damage to it.</summary>
    public static WebApplicationBuilder AddReplay(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ILedgerReplay, LedgerReplay>();
        builder.Services.AddSingleton<LedgerRoots>();
        builder.Services.AddSingleton<ILedgerExamination, LedgerExamination>();
        return builder;
    }

    /// <summary>Compares the ledger with its last checkpoint, before anything of it is shown.</summary>
    public static Task CompareLedgerAsync(this WebApplication app) =>
        app.Services.GetRequiredService<CheckpointSigner>().PrepareAsync(app.Lifetime.ApplicationStopping);

    private static StateFolder OpenFolder(IServiceProvider provider)
    {
        string configured = provider.GetRequiredService<IOptions<AuditOptions>>().Value.StateDirectory;
        return new StateFolder(configured.Length > 0
            ? Path.GetFullPath(configured, provider.GetRequiredService<IHostEnvironment>().ContentRootPath)
            : provider.GetRequiredService<DataFolder>().Path);
    }
}
