using System.Text.Json.Serialization;
using Aura.Dashboard.Identity;

namespace Aura.Dashboard.Api;

/// <summary>The REST surface: what every endpoint shares. Each endpoint class maps itself into the group.</summary>
internal static class ApiRegistration
{
    public const string Prefix = "/api/v1";

    public static WebApplicationBuilder AddApi(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddProblemDetails();
        services.AddExceptionHandler<MalformedRequestHandler>();
        services.AddExceptionHandler<UnexpectedErrorHandler>();
        services.AddApiDescription();
        // In every environment alike, so that a developer sees the answer that a client will get.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.TypeInfoResolverChain.Insert(0, TokenJson.Default);
            // A number for a name would bind a client to the order of our enums.
            options.SerializerOptions.Converters.Add(new JsonStringEnumConverter(allowIntegerValues: false));
        });
        services.AddSingleton<TokenAttempts>();
        return builder;
    }

    /// <summary>Gives programs problem details, also where no endpoint ran. Goes before authentication.</summary>
    public static WebApplication UseApiProblems(this WebApplication app)
    {
        app.UseWhen(
            context => AuraSchemes.IsForPrograms(context.Request.Path),
            programs =>
            {
                programs.UseExceptionHandler();
                programs.UseStatusCodePages();
            });
        return app;
    }

    /// <summary>Maps every endpoint. The group needs a signed-in caller; an endpoint that does not says so itself.</summary>
    public static WebApplication MapApi(this WebApplication app)
    {
        var group = app.MapGroup(Prefix).RequireAuthorization()
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status500InternalServerError);
        group.MapToken();
        group.MapStatus();
        group.MapRounds();
        group.MapAssets();
        group.MapBreakers();
        group.MapCauses();
        group.MapAlerts();
        group.MapThresholds();
        group.MapLedger();
        group.MapProofs();
        group.MapBundle();
        app.MapApiDescription();
        app.MapFallback("/api/{**path}", UnknownPath.Answer).RequireAuthorization();
        return app;
    }
}
