using Aura.Dashboard.Components;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Aura.Dashboard;

/// <summary>The composition root. Reads as a table of contents: each folder registers itself, only this class sees all.</summary>
internal static class AuraDashboardBuilder
{
    public static WebApplicationBuilder AddAuraDashboard(this WebApplicationBuilder builder)
    {
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddAuraComponents();
        return builder;
    }

    public static WebApplication UseAuraDashboard(this WebApplication app)
    {
        app.MapAuraComponents();
        return app;
    }
}
