using Aura.Dashboard.Configuration;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Aura.Dashboard.Identity;

/// <summary>Accounts, sign-in and the rule that every endpoint needs a signed-in person unless it says otherwise.</summary>
internal static class IdentityRegistration
{
    private static readonly TimeSpan WorkingDay = TimeSpan.FromHours(8);
    private static readonly TimeSpan TokenLifetime = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan RecheckInterval = TimeSpan.FromSeconds(30);

    /// <summary>The stores are registered by Storage, which alone knows the database.</summary>
    public static WebApplicationBuilder AddAuraIdentity(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddIdentityCore<AuraUser>(ConfigureAccounts).AddRoles<IdentityRole>().AddSignInManager()
            .AddClaimsPrincipalFactory<AuraClaims>();
        services.Configure<SecurityStampValidatorOptions>(stamps =>
        {
            stamps.ValidationInterval = RecheckInterval;
            stamps.OnRefreshingPrincipal = renewal =>
            {
                if (renewal.NewPrincipal is { } renewed)
                    AuraClaims.KeepSignedInAt(renewal.CurrentPrincipal, renewed);
                return Task.CompletedTask;
            };
        });

        AddSchemes(services);
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(AuraPolicies.Administration, policy => policy.RequireRole(AuraRoles.Administrator))
            .AddPolicy(AuraPolicies.Export, policy => policy.RequireRole(AuraRoles.Compliance, AuraRoles.Auditor));

        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, CircuitSignInState>();
        services.AddSingleton<SignInRecheck>();
        services.AddSingleton<ActorReader>();
        services.AddSingleton<PasswordAgain>();
        services.AddSingleton<AccountNames>();
        services.AddSingleton<AccountRoster>();
        services.AddScoped<TokenIssuer>();
        services.AddSingleton<UnknownAccount>();
        services.AddOptions<LoggerFilterOptions>().PostConfigure(TokenFreeLogs.Enforce);
        services.AddSingleton(provider => new DemoAccounts(DemoAccountsRule.FindObstacles(
            provider.GetRequiredService<IConfiguration>(), provider.GetRequiredService<IHostEnvironment>()).Count == 0));
        services.AddScoped<PasswordChange>();
        services.AddScoped<FirstAdministrator>();
        services.AddScoped<TripAccountSetup>();
        services.AddScoped<AccountPreparation>();
        return builder;
    }

    /// <summary>Accounts for a verb: nobody signs in, and nothing listens.</summary>
    public static WebApplicationBuilder AddTripCredential(this WebApplicationBuilder builder)
    {
        builder.Services.AddIdentityCore<AuraUser>(ConfigureAccounts).AddRoles<IdentityRole>();
        builder.Services.AddScoped<TripCredential>();
        return builder;
    }

    private static void ConfigureAccounts(IdentityOptions options)
    {
        options.User.RequireUniqueEmail = true;
        options.Password.RequiredLength = 10;
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
    }

    private static void AddSchemes(IServiceCollection services)
    {
        var authentication = services.AddAuthentication(options =>
        {
            options.DefaultScheme = AuraSchemes.ByPath;
            options.DefaultSignInScheme = AuraSchemes.Cookie;
            options.DefaultSignOutScheme = AuraSchemes.Cookie;
        });
        authentication.AddPolicyScheme(
            AuraSchemes.ByPath, displayName: null, options => options.ForwardDefaultSelector = AuraSchemes.Select);
        authentication.AddBearerToken(AuraSchemes.Bearer, options =>
        {
            options.BearerTokenExpiration = TokenLifetime;
            options.Events = new BearerTokenEvents { OnMessageReceived = ReadTokenFromQueryAsync };
        });
        authentication.AddApplicationCookie();
        services.AddOptions<CookieAuthenticationOptions>(AuraSchemes.Cookie)
            .Configure<IConfiguration, IHostEnvironment>(ConfigureCookie);
    }

    private static void ConfigureCookie(
        CookieAuthenticationOptions options, IConfiguration configuration, IHostEnvironment environment)
    {
        options.Cookie.Name = AuraSchemes.CookieName;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        // Only a developer's own machine talks plain HTTP; everywhere else the cookie never leaves without TLS.
        options.Cookie.SecurePolicy =
            environment.IsDevelopment() && LoopbackAddresses.FindOpenListeners(configuration).Count == 0
                ? CookieSecurePolicy.SameAsRequest
                : CookieSecurePolicy.Always;
        // Not sliding: a page that stays open works over its circuit and sends no requests that could slide anything,
        // so a short idle time would sign out exactly the people who are watching.
        options.ExpireTimeSpan = WorkingDay;
        options.SlidingExpiration = false;
        options.LoginPath = "/login";
        options.LogoutPath = "/logout";
        options.Events.OnRedirectToLogin = AnswerLoginAsync;
        options.Events.OnRedirectToAccessDenied = context => AnswerAsync(context, StatusCodes.Status403Forbidden);
    }

    private static Task ReadTokenFromQueryAsync(MessageReceivedContext context)
    {
        context.Token = AuraSchemes.TokenFromQuery(context.Request);
        return Task.CompletedTask;
    }

    private static Task AnswerLoginAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (AuraSchemes.IsForPrograms(context.Request.Path))
            return AnswerAsync(context, StatusCodes.Status401Unauthorized);

        context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }

    private static Task AnswerAsync(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
