using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;

namespace Aura.Dashboard.Api;

/// <summary>Answers a bug with an id and nothing about the inside; the log has the rest under the same id.</summary>
internal sealed partial class UnexpectedErrorHandler(ILogger<UnexpectedErrorHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(
        HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        // A client that has gone is no error and reads no answer.
        if (httpContext.RequestAborted.IsCancellationRequested)
            return false;

        string id = Activity.Current?.Id ?? httpContext.TraceIdentifier;
        Log.Failed(logger, httpContext.Request.Method, httpContext.Request.Path, id, exception);
        await TypedResults.Problem(
            statusCode: StatusCodes.Status500InternalServerError, title: "Something is wrong with the dashboard.",
            detail: $"It is recorded as '{id}'.",
            extensions: [KeyValuePair.Create<string, object?>("traceId", id)]).ExecuteAsync(httpContext);
        return true;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed, told to the client as {Id}")]
        public static partial void Failed(ILogger logger, string method, string path, string id, Exception exception);
    }
}
