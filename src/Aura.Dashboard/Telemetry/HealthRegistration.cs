using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aura.Dashboard.Telemetry;

/// <summary>
/// Two questions of a supervisor: does the process answer at all (restart it otherwise), and may it get traffic (wait
/// otherwise). Every registered check belongs to the second; each folder registers its own.
/// </summary>
internal static class HealthRegistration
{
    public static WebApplicationBuilder AddHealth(this WebApplicationBuilder builder)
    {
        builder.Services.AddHealthChecks();
        return builder;
    }

    public static WebApplication MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync }).AllowAnonymous();
        return app;
    }

    // Names and states only: anybody may ask, and descriptions or exceptions name files and hosts.
    private static Task WriteAsync(HttpContext context, HealthReport report) =>
        context.Response.WriteAsJsonAsync(
            new JsonObject
            {
                ["status"] = report.Status.ToString(),
                ["checks"] = new JsonObject(report.Entries.Select(check =>
                    KeyValuePair.Create(check.Key, (JsonNode?)check.Value.Status.ToString()))),
            },
            context.RequestAborted);
}
