using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Aura.EndToEndTests.Infrastructure;

/// <summary>A program that uses the REST surface with a person's token.</summary>
internal sealed class RestClient : IDisposable
{
    private readonly HttpClient _http;

    private RestClient(HttpClient http, string token)
    {
        _http = http;
        Token = token;
    }

    public string Token { get; }

    public static async Task<RestClient> SignInAsync(string url, string person)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var http = new HttpClient { BaseAddress = new Uri(url) };
        using var answer = await http.PostAsJsonAsync(
            "/api/v1/token", new { email = $"{person}@aura.demo", password = Desk.Password }, cancellation);
        answer.EnsureSuccessStatusCode();
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>(cancellation);
        string token = body.GetProperty("accessToken").GetString()!;
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return new RestClient(http, token);
    }

    public async Task<JsonElement> GetAsync(string path) =>
        await _http.GetFromJsonAsync<JsonElement>($"/api/v1/{path}", TestContext.Current.CancellationToken);

    public Task<HttpResponseMessage> CommandAsync(string scope, string verb, long expectedVersion) =>
        _http.PostAsJsonAsync(
            $"/api/v1/breakers/{scope}/{verb}",
            new
            {
                commandId = Guid.CreateVersion7(),
                expectedVersion,
                reasonCode = "Drill",
                reason = "a drill of the end-to-end tests",
            },
            TestContext.Current.CancellationToken);

    /// <summary>The breaker of a scope as the API states it.</summary>
    public async Task<JsonElement> BreakerAsync(string scope) =>
        (await GetAsync("breakers")).EnumerateArray().Single(
            breaker => string.Equals(breaker.GetProperty("scope").GetString(), scope, StringComparison.Ordinal));

    public void Dispose() => _http.Dispose();
}
