using Aura.Dashboard.Components.Layout;
using Aura.Dashboard.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MudBlazor.Services;

namespace Aura.Dashboard.Components;

/// <summary>Pages, their static files, and the way out.</summary>
internal static class ComponentsRegistration
{
    public static IServiceCollection AddAuraComponents(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddCascadingAuthenticationState();
        services.AddMudServices();
        services.TryAddSingleton(provider => new LayoutStatus(
            provider.GetRequiredService<IConfiguration>()["Market:Mode"] ?? "Simulated",
            LatestRound: () => 0));
        return services;
    }

    /// <summary>Comes after authentication and authorization: antiforgery tokens name the person they were made for.</summary>
    public static WebApplication MapAuraComponents(this WebApplication app)
    {
        app.UseAntiforgery();
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
        app.MapPost("/logout", SignOutAsync).AllowAnonymous().ExcludeFromDescription();
        return app;
    }

    // Reading the form is what makes the framework check the antiforgery token.
    private static async Task<IResult> SignOutAsync(
        [FromForm] IFormCollection form, [FromServices] SignInManager<AuraUser> signIn)
    {
        await signIn.SignOutAsync();
        return TypedResults.LocalRedirect("/login");
    }
}
