using System.Globalization;
using Aura.Dashboard.Components.Appearance;
using Aura.Dashboard.Components.Controls;
using Aura.Dashboard.Components.Layout;
using Aura.Dashboard.Components.Pages;
using Aura.Dashboard.Identity;
using Aura.Dashboard.Publishing.Live;
using Aura.Engine.Rounds;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using MudBlazor.Services;

namespace Aura.Dashboard.Components;

/// <summary>Pages, their static files, and the way out.</summary>
internal static class ComponentsRegistration
{
    /// <summary>Written by the page's own script, in the form of the framework: <c>c=de|uic=de</c>.</summary>
    private const string LanguageCookie = "aura-language";

    public static WebApplicationBuilder AddAuraComponents(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddCascadingAuthenticationState();
        services.AddMudServices(mud =>
        {
            // An answer to a command is there at once, and opaque: half faded in it cannot be read.
            mud.SnackbarConfiguration.MaximumOpacity = 100;
            mud.SnackbarConfiguration.ShowTransitionDuration = 100;
            mud.SnackbarConfiguration.HideTransitionDuration = 100;
        });
        services.AddScoped<LivePause>();
        services.AddScoped<SecondHand>();
        services.AddSingleton(provider => new LayoutStatus(
            provider.GetRequiredService<RuleSet>().Market.Mode.ToString(),
            provider.GetRequiredService<RuleSet>().Market.Scenario,
            () => provider.GetRequiredService<RoundFeed>().Current.Latest?.Round.Value ?? 0));
        return builder;
    }

    /// <summary>
    /// The language of a request, and of a circuit for as long as it lasts: what the person chose, or what the browser
    /// prefers. The culture itself stays invariant for everybody.
    /// </summary>
    public static WebApplication UseLanguages(this WebApplication app)
    {
        app.UseRequestLocalization(new RequestLocalizationOptions
        {
            DefaultRequestCulture = new RequestCulture(CultureInfo.InvariantCulture, Languages.All[0]),
            SupportedCultures = [CultureInfo.InvariantCulture],
            SupportedUICultures = [.. Languages.All],
            RequestCultureProviders =
            [
                new CookieRequestCultureProvider { CookieName = LanguageCookie },
                new CustomRequestCultureProvider(context => Task.FromResult(PreferredBy(context.Request))),
            ],
        });
        return app;
    }

    // The framework's own provider finds "de" for "de-AT" by the machine's locale data, which may not be there.
    private static ProviderCultureResult? PreferredBy(HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(asked => asked.Quality ?? 1)
            .Select(asked => asked.Value.ToString().Split('-')[0])
            .FirstOrDefault(asked => Languages.All.Any(language => string.Equals(language.Name, asked, StringComparison.OrdinalIgnoreCase))) is { } found
            ? new ProviderCultureResult(string.Empty, found)
            : null;

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
