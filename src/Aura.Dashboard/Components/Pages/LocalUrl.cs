using Microsoft.AspNetCore.Http.HttpResults;

namespace Aura.Dashboard.Components.Pages;

/// <summary>Where to go after signing in. Only a path of this very server: anything else would be an open redirect.</summary>
internal static class LocalUrl
{
    public static string OrRoot(string? url) =>
        url is ['/', ..] && RedirectHttpResult.IsLocalUrl(url) ? url : "/";
}
