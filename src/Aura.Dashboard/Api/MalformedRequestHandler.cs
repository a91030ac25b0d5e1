using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;

namespace Aura.Dashboard.Api;

/// <summary>Answers a request that cannot be read with problem details that name the field.</summary>
internal sealed class MalformedRequestHandler(IProblemDetailsService problems) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(
        HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not BadHttpRequestException malformed)
            return false;

        httpContext.Response.StatusCode = malformed.StatusCode;
        return await problems.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = httpContext,
            ProblemDetails = malformed.InnerException is JsonException unread
                ? new HttpValidationProblemDetails([new(FieldOf(unread), [Explain(unread)])])
                {
                    Status = malformed.StatusCode,
                    Title = "The request body cannot be read.",
                }
                : new() { Status = malformed.StatusCode, Title = malformed.Message },
        });
    }

    // The reader says "$.email"; clients know the field as "email", and the document itself as the body.
    private static string FieldOf(JsonException unread) =>
        unread.Path is { Length: > 2 } path && path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : "body";

    // The exception's own message names .NET types.
    private static string Explain(JsonException unread) =>
        unread is { LineNumber: { } line, BytePositionInLine: { } position }
            ? $"This is not the expected JSON (line {line + 1}, position {position + 1})."
            : "This is not the expected JSON.";
}
