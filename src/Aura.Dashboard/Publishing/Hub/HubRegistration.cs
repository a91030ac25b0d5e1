using System.Text.Json.Serialization;

namespace Aura.Dashboard.Publishing.Hub;

internal static class HubRegistration
{
    public static WebApplicationBuilder AddHub(this WebApplicationBuilder builder)
    {
        builder.Services.AddSignalR().AddJsonProtocol(options => options.PayloadSerializerOptions.Converters.Add(
            new JsonStringEnumConverter(allowIntegerValues: false)));
        builder.Services.AddHostedService<RoundBroadcast>();
        return builder;
    }

    public static WebApplication MapHub(this WebApplication app)
    {
        app.MapHub<RoundHub>(RoundHub.Path).RequireAuthorization();
        // As for the API: an unknown hub is not found, whatever the method.
        app.MapFallback("/hubs/{**path}", () => Results.NotFound()).RequireAuthorization();
        return app;
    }
}
