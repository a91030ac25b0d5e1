using System.Globalization;
using Aura.Dashboard.Identity;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Aura.Dashboard.Api;

/// <summary><c>POST /api/v1/token</c>: a bearer token for programs.</summary>
internal static partial class TokenEndpoint
{
    // Longer than any address or password phrase, short enough that nobody stores or hashes megabytes for a stranger.
    private const int LongestField = 256;
    private const int LongestBody = 4096;

    public static void MapToken(this RouteGroupBuilder group) =>
        group.MapPost("token", IssueAsync)
            .WithMetadata(new RequestSizeLimitAttribute(LongestBody))
            .WithName("createToken").WithSummary("A bearer token for 15 minutes.")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status429TooManyRequests)
            .AllowAnonymous();

    private static async Task<Results<Ok<TokenResponse>, ProblemHttpResult>> IssueAsync(
        TokenRequest body, HttpContext context, TokenIssuer issuer, TokenAttempts attempts, ILogger<TokenIssuer> logger)
    {
        if (FindFaults(body) is { Count: > 0 } faults)
        {
            return TypedResults.Problem(new HttpValidationProblemDetails(faults)
            {
                Status = StatusCodes.Status422UnprocessableEntity,
                Title = "The request is not complete.",
            });
        }

        string address = context.Connection.RemoteIpAddress?.ToString() ?? "local";
        string email = body.Email!.Trim().ToUpperInvariant();
        if (attempts.Refuse(address, email) is { } wait)
        {
            int seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
            context.Response.Headers[HeaderNames.RetryAfter] = seconds.ToString(CultureInfo.InvariantCulture);
            Log.Limited(logger, address);
            return TypedResults.Problem(
                statusCode: StatusCodes.Status429TooManyRequests,
                title: "Too many attempts.", detail: $"Try again in {seconds} seconds.");
        }

        var answer = await issuer.IssueAsync(body.Email.Trim(), body.Password!);
        if (answer.MustChangePassword)
        {
            return TypedResults.Problem(
                statusCode: StatusCodes.Status403Forbidden, title: PasswordGate.Title, detail: PasswordGate.Detail);
        }

        if (answer.Token is not { } token)
        {
            attempts.CountFailure(address, email);
            Log.Refused(logger, address);
            return TypedResults.Problem(
                statusCode: StatusCodes.Status401Unauthorized,
                title: "No token.", detail: "Email and password do not match an account that may sign in now.");
        }

        context.Response.Headers[HeaderNames.CacheControl] = "no-store";
        return TypedResults.Ok(new TokenResponse(token.Value, token.ExpiresInSeconds));
    }

    private static Dictionary<string, string[]> FindFaults(TokenRequest body)
    {
        var faults = new Dictionary<string, string[]>(StringComparer.Ordinal);
        Check("email", body.Email);
        Check("password", body.Password);
        return faults;

        void Check(string field, string? value)
        {
            if (string.IsNullOrWhiteSpace(value))
                faults[field] = [$"'{field}' is required."];
            else if (value.Length > LongestField)
                faults[field] = [$"'{field}' is longer than {LongestField} characters."];
        }
    }

    // Neither line names the account: what people type into the wrong field is often a password.
    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "A token was refused to {Address}")]
        public static partial void Refused(ILogger logger, string address);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Too many token requests from {Address}")]
        public static partial void Limited(ILogger logger, string address);
    }
}
