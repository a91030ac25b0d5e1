using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Aura.Dashboard.Tests;

/// <summary>A program with a bearer token.</summary>
internal sealed class ApiCaller(HttpClient client) : IDisposable
{
    public const string Operator = "operator@aura.demo";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<ApiCaller> SignInAsync(AuraHost host, string email = Operator)
    {
        var client = host.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await host.TokenAsync(email));
        return new ApiCaller(client);
    }

    public async Task<ApiAnswer> GetAsync(string path) =>
        await ApiAnswer.ReadAsync(await client.GetAsync(new Uri($"/api/v1/{path}", UriKind.Relative), Cancelled));

    public async Task<JsonNode> ReadAsync(string path)
    {
        var answer = await GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return answer.Body;
    }

    public async Task<ApiAnswer> PostAsync(string path, object body) =>
        await ApiAnswer.ReadAsync(await client.PostAsJsonAsync($"/api/v1/{path}", body, Cancelled));

    public Task<ApiAnswer> TripAsync(string scope, Command command) => PostAsync($"breakers/{scope}/trip", command);

    public Task<ApiAnswer> ResetAsync(string scope, Command command) => PostAsync($"breakers/{scope}/reset", command);

    public async Task<(string State, long Version)> BreakerAsync(string scope)
    {
        var breaker = (await ReadAsync("breakers")).AsArray()
            .Single(found => string.Equals((string?)found!["scope"], scope, StringComparison.Ordinal))!;
        return ((string)breaker["state"]!, (long)breaker["version"]!);
    }

    public void Dispose() => client.Dispose();
}

/// <summary>An answer, read to its end.</summary>
internal sealed record ApiAnswer(HttpStatusCode Status, string? MediaType, TimeSpan? RetryAfter, JsonNode Body)
{
    public string? Code => (string?)Body["code"];

    public string Detail => (string?)Body["detail"] ?? string.Empty;

    public JsonNode Transition => Body["transition"]!;

    public IEnumerable<string> Fields => Body["errors"]!.AsObject().Select(error => error.Key);

    public static async Task<ApiAnswer> ReadAsync(HttpResponseMessage response)
    {
        using (response)
        {
            string text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            return new ApiAnswer(
                response.StatusCode, response.Content.Headers.ContentType?.MediaType, response.Headers.RetryAfter?.Delta,
                text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!);
        }
    }
}

/// <summary>The body of a command; a test starts from a valid one and breaks one thing.</summary>
internal sealed record Command(string? CommandId, long? ExpectedVersion, string? ReasonCode, string? Reason)
{
    private static int _made;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Preview { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Justification { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Password { get; init; }

    public static Command Valid(long expectedVersion = 1) =>
        new(NextId().ToString(), expectedVersion, "Drill", "A drill that a test wants.");

    /// <summary>Unique in this process, and the same in every run.</summary>
    public static Guid NextId() => new(Interlocked.Increment(ref _made), 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);
}
