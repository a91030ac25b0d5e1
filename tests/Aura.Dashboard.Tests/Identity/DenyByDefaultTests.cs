using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Aura.Dashboard.Tests.Identity;

/// <summary>
/// S01: every endpoint there is needs a sign-in, or stands on the list below because somebody decided so.
/// </summary>
public sealed partial class DenyByDefaultTests(RunningHost running) : IClassFixture<RunningHost>
{
    /// <summary>Reviewed: none of these shows a price, a person or a setting.</summary>
    private static readonly string[] OpenToAnybody =
    [
        "GET /openapi/{documentName}.json",
        "GET, HEAD /verify/{**file}",
        "POST /api/v1/token",
        "/health/live",
        "/health/ready",
        "GET, POST /login",
        "POST /logout",
        "static files",
    ];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public void Only_reviewed_endpoints_are_open_to_anybody() =>
        Assert.Equal(
            OpenToAnybody.Order(StringComparer.Ordinal),
            Endpoints().Where(IsOpen).Select(NameOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    [Fact]
    public async Task Every_other_endpoint_turns_a_stranger_away()
    {
        var guarded = Endpoints().Where(endpoint => !IsOpen(endpoint)).ToList();
        using var client = running.Host.CreateClient();
        var entered = new List<string>();

        foreach (var endpoint in guarded)
        {
            foreach (string method in Methods(endpoint).DefaultIfEmpty("GET"))
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), PathTo(endpoint));
                using var response = await client.SendAsync(request, Cancelled);
                if (!IsTurnedAway(response))
                    entered.Add($"{NameOf(endpoint)}: {method} {request.RequestUri} → {(int)response.StatusCode}");
            }
        }

        Assert.Empty(entered);
        Assert.Contains("/hubs/rounds", guarded.Select(NameOf), StringComparer.Ordinal);
        Assert.Contains("GET /api/v1/status", guarded.Select(NameOf), StringComparer.Ordinal);
        Assert.Contains(guarded, endpoint => PathTo(endpoint).StartsWith("/hangfire", StringComparison.Ordinal));
        Assert.Contains(guarded, endpoint => PathTo(endpoint).StartsWith("/_blazor", StringComparison.Ordinal));
    }

    [Fact]
    public void The_rule_can_fail()
    {
        var open = new RouteEndpoint(
            _ => Task.CompletedTask, RoutePatternFactory.Parse("/api/v1/prices"), 0,
            new EndpointMetadataCollection(new AllowAnonymousAttribute(), new HttpMethodMetadata(["GET"])), null);

        Assert.True(IsOpen(open));
        Assert.DoesNotContain(NameOf(open), OpenToAnybody, StringComparer.Ordinal);
        using var answered = new HttpResponseMessage(HttpStatusCode.OK);
        using var elsewhere = new HttpResponseMessage(HttpStatusCode.Redirect);
        elsewhere.Headers.Location = new Uri("/somewhere", UriKind.Relative);
        Assert.False(IsTurnedAway(answered));
        Assert.False(IsTurnedAway(elsewhere));
    }

    private IEnumerable<RouteEndpoint> Endpoints() =>
        running.Host.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    private static bool IsOpen(Endpoint endpoint) => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    private static bool IsTurnedAway(HttpResponseMessage response) =>
        response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
        || (response.StatusCode is HttpStatusCode.Redirect
            && response.Headers.Location?.ToString().Contains("/login?ReturnUrl=", StringComparison.Ordinal) is true);

    private static string NameOf(RouteEndpoint endpoint)
    {
        // One endpoint for every file in wwwroot, twice; their names carry fingerprints.
        if (endpoint.Metadata.Any(item => item.GetType().Name.StartsWith("StaticAsset", StringComparison.Ordinal))
            || endpoint.RoutePattern.RawText?.Contains("{**path:file", StringComparison.Ordinal) is true)
            return "static files";

        string path = "/" + endpoint.RoutePattern.RawText?.TrimStart('/');
        return Methods(endpoint) is { Count: > 0 } methods ? $"{string.Join(", ", methods)} {path}" : path;
    }

    private static IReadOnlyList<string> Methods(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [];

    private static string PathTo(RouteEndpoint endpoint) =>
        Parameter().Replace("/" + endpoint.RoutePattern.RawText?.TrimStart('/'), "1");

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();
}
