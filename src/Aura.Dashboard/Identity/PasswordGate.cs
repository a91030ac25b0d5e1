using Microsoft.AspNetCore.Authorization;

namespace Aura.Dashboard.Identity;

/// <summary>
/// Lets nobody past who signed in with a password that somebody else chose. It stands before every endpoint instead of
/// in a policy: a policy protects the endpoints that remember to ask for it.
/// </summary>
internal static class PasswordGate
{
    public const string Page = "/account/password";
    public const string Title = "Choose a new password first.";
    public const string Detail = "Sign in at /login with a browser: the page asks for a new password. "
        + "Until then this account opens nothing else.";

    /// <summary>Comes after authentication, which says who is asking, and before anything that answers.</summary>
    public static WebApplication UsePasswordGate(this WebApplication app)
    {
        app.Use((context, next) => IsOpen(context) ? next(context) : RefuseAsync(context));
        return app;
    }

    private static bool IsOpen(HttpContext context) =>
        !AuraClaims.MustChange(context.User)
        // Whatever strangers may see is open to this person too: the way out, styles, health.
        || Marks<IAllowAnonymous>(context)
        || Marks<OpenBeforeNewPasswordAttribute>(context);

    private static bool Marks<T>(HttpContext context)
        where T : class => context.GetEndpoint()?.Metadata.GetMetadata<T>() is not null;

    private static Task RefuseAsync(HttpContext context)
    {
        if (AuraSchemes.IsForPrograms(context.Request.Path))
            return TypedResults.Problem(
                statusCode: StatusCodes.Status403Forbidden, title: Title, detail: Detail).ExecuteAsync(context);

        var request = context.Request;
        string returnUrl = HttpMethods.IsGet(request.Method) ? request.Path + request.QueryString : "/";
        context.Response.Redirect($"{Page}?returnUrl={Uri.EscapeDataString(returnUrl)}");
        return Task.CompletedTask;
    }
}
