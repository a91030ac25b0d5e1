using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Net.Http.Headers;

namespace Aura.Dashboard.Api;

/// <summary>
/// Answers what no endpoint of the API answers: 405 with <c>Allow</c> where the path is known to other methods, 404
/// otherwise. Routing itself cannot tell: a fallback for static files knows every path, but only to GET.
/// </summary>
internal static class UnknownPath
{
    public static IResult Answer(HttpContext context, EndpointDataSource endpoints)
    {
        var allowed = endpoints.Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText?.TrimStart('/').StartsWith(
                ApiRegistration.Prefix[1..], StringComparison.Ordinal) is true)
            .Where(endpoint => new TemplateMatcher(new RouteTemplate(endpoint.RoutePattern), [])
                .TryMatch(context.Request.Path, []))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [])
            .Order(StringComparer.Ordinal)
            .ToList();
        if (allowed.Count == 0)
            return Results.NotFound();

        context.Response.Headers[HeaderNames.Allow] = string.Join(", ", allowed);
        return Results.StatusCode(StatusCodes.Status405MethodNotAllowed);
    }
}
