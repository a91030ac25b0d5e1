using Microsoft.Net.Http.Headers;

namespace Aura.Dashboard.Identity;

/// <summary>
/// Which proof of identity counts is decided by path and method in one place, not endpoint by endpoint: a write that
/// forgot its policy would otherwise accept the cookie, and a cookie travels with forged cross-site requests.
/// </summary>
internal static class AuraSchemes
{
    public const string ByPath = "Aura.ByPath";
    public const string Cookie = "Identity.Application";
    public const string Bearer = "Identity.Bearer";

    public const string CookieName = "aura.session";

    /// <summary>Paths that programs call: they answer 401 and 403, never with a redirect to a page.</summary>
    public static bool IsForPrograms(PathString path) =>
        IsApi(path) || IsHub(path)
        // The circuit's own transport: its script cannot follow a redirect to a page either.
        || IsCircuit(path);

    public static bool IsHub(PathString path) => IsBelow(path, "/hubs");

    public static bool IsCircuit(PathString path) => IsBelow(path, "/_blazor");

    public static string Select(HttpContext context)
    {
        var request = context.Request;
        if (IsHub(request.Path))
            return Bearer;
        if (!IsApi(request.Path))
            return Cookie;

        bool isRead = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        return isRead && !HasBearer(request) ? Cookie : Bearer;
    }

    /// <summary>
    /// Browsers cannot set headers on a WebSocket, so a hub may receive its token in the query. Nowhere else: queries
    /// end up in logs, histories and referrers.
    /// </summary>
    public static string? TokenFromQuery(HttpRequest request) =>
        IsHub(request.Path) && request.Query["access_token"].ToString() is { Length: > 0 } token ? token : null;

    private static bool IsApi(PathString path) => IsBelow(path, "/api") || IsBelow(path, "/openapi");

    // As routing compares, or "/API" would reach the endpoint by another rule.
    private static bool IsBelow(PathString path, string folder) =>
        path.StartsWithSegments(folder, StringComparison.OrdinalIgnoreCase);

    private static bool HasBearer(HttpRequest request) =>
        request.Headers[HeaderNames.Authorization].ToString().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase);
}
