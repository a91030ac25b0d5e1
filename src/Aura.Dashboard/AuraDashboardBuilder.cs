using Aura.Dashboard.Api;
using Aura.Dashboard.Configuration;
using Aura.Dashboard.Identity;
using Aura.Dashboard.Storage;
using Aura.Dashboard.Telemetry;

namespace Aura.Dashboard;

/// <summary>The composition root. Reads as a table of contents: each folder registers itself, only this class sees all.</summary>
internal static class AuraDashboardBuilder
{
    public static WebApplicationBuilder AddAuraDashboard(this WebApplicationBuilder builder) => builder
        .AddReadableRefusals()
        .AddStorage()
        .AddAuraIdentity()
        .AddApi()
        .AddHealth();

    public static WebApplication UseAuraDashboard(this WebApplication app)
    {
        app.ValidateSettings();
        app.UseApiProblems();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapHealth();
        app.MapApi();
        return app;
    }

    /// <summary>Everything that must be true before the first request or round, then the host until it is stopped.</summary>
    public static async Task RunAuraDashboardAsync(this WebApplication app)
    {
        await app.MigrateAsync();
        await app.PrepareAccountsAsync();
        await app.RunAsync();
    }
}
