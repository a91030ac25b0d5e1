using MessagePack;

namespace Aura.Dashboard.Publishing.Hub;

internal static class HubRegistration
{
    // What a client sends is one small number; the bound keeps a stranger's megabytes out of memory.
    private const int LongestMessage = 32 * 1024;

    public static WebApplicationBuilder AddHub(this WebApplicationBuilder builder)
    {
        builder.Services
            .AddSignalR(options =>
            {
                options.MaximumReceiveMessageSize = LongestMessage;
                options.MaximumParallelInvocationsPerClient = 1;
                // In every environment alike: what went wrong inside is for the log.
                options.EnableDetailedErrors = false;
            })
            .AddMessagePackProtocol(options => options.SerializerOptions = MessagePackSerializerOptions.Standard
                .WithResolver(RenderedResolver.Instance)
                .WithSecurity(MessagePackSecurity.UntrustedData));
        builder.Services.AddSingleton<Renderings>();
        builder.Services.AddSingleton<SignInWatch>();
        builder.Services.AddSingleton<ConnectionFactory>();
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
