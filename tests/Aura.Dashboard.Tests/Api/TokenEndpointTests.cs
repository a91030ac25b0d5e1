using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Aura.Dashboard.Api;
using Aura.Dashboard.Identity;

namespace Aura.Dashboard.Tests.Api;

public sealed class TokenEndpointTests : IClassFixture<RunningHost>, IDisposable
{
    private readonly HttpClient _client;

    public TokenEndpointTests(RunningHost running) => _client = running.Host.CreateClient();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task A_demo_account_receives_a_token_for_fifteen_minutes()
    {
        using var response = await AskAsync("operator@aura.demo", DemoAccounts.Password);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        using var body = await ReadAsync(response);
        Assert.Equal("accessToken expiresIn", Names(body.RootElement));
        Assert.Equal(900, body.RootElement.GetProperty("expiresIn").GetInt32());
        Assert.NotEmpty(body.RootElement.GetProperty("accessToken").GetString()!);
    }

    [Fact]
    public async Task Unknown_and_wrong_are_one_answer()
    {
        using var unknown = await AskAsync("stranger@aura.demo", DemoAccounts.Password);
        using var wrong = await AskAsync("operator@aura.demo", "wrong");

        Assert.Equal(HttpStatusCode.Unauthorized, unknown.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        Assert.Equal("application/problem+json", wrong.Content.Headers.ContentType?.MediaType);
        Assert.Equal(await WithoutTraceAsync(unknown), await WithoutTraceAsync(wrong));
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_with_the_same_answer()
    {
        for (int attempt = 0; attempt < 5; attempt++)
            (await AskAsync("auditor@aura.demo", "wrong")).Dispose();

        using var right = await AskAsync("auditor@aura.demo", DemoAccounts.Password);

        Assert.Equal(HttpStatusCode.Unauthorized, right.StatusCode);
    }

    [Fact]
    public async Task Too_many_failures_are_told_to_wait()
    {
        for (int attempt = 0; attempt < TokenAttempts.FailuresPerMinute; attempt++)
            (await AskAsync("nobody@aura.demo", "wrong")).Dispose();

        using var limited = await AskAsync("NOBODY@aura.demo", "wrong");
        using var somebodyElse = await AskAsync("operator@aura.demo", DemoAccounts.Password);

        Assert.Equal(HttpStatusCode.TooManyRequests, limited.StatusCode);
        Assert.InRange(limited.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal("application/problem+json", limited.Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.OK, somebodyElse.StatusCode);
    }

    [Fact]
    public async Task The_right_password_is_never_told_to_wait()
    {
        for (int attempt = 0; attempt <= TokenAttempts.FailuresPerMinute; attempt++)
        {
            using var response = await AskAsync("operator@aura.demo", DemoAccounts.Password);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
    }

    [Theory]
    [InlineData("""{"email":17,"password":"x"}""", HttpStatusCode.BadRequest, "email")]
    [InlineData("""{"email":"a@b.c","password":["x"]}""", HttpStatusCode.BadRequest, "password")]
    [InlineData("""{"email":"a@b.c",""", HttpStatusCode.BadRequest, "body")]
    [InlineData("[]", HttpStatusCode.BadRequest, "body")]
    [InlineData("""{"password":"x"}""", HttpStatusCode.UnprocessableEntity, "email")]
    [InlineData("""{"email":"a@b.c","password":" "}""", HttpStatusCode.UnprocessableEntity, "password")]
    public async Task A_malformed_body_is_refused_with_the_name_of_the_field(
        string sent, HttpStatusCode status, string field)
    {
        using var content = new StringContent(sent, Encoding.UTF8, "application/json");
        using var response = await _client.PostAsync(new Uri("/api/v1/token", UriKind.Relative), content, Cancelled);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        using var body = await ReadAsync(response);
        Assert.Equal(field, Names(body.RootElement.GetProperty("errors")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    public async Task A_body_that_is_no_object_is_a_problem_too(string sent)
    {
        using var content = new StringContent(sent, Encoding.UTF8, "application/json");
        using var response = await _client.PostAsync(new Uri("/api/v1/token", UriKind.Relative), content, Cancelled);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    private Task<HttpResponseMessage> AskAsync(string email, string password) =>
        _client.PostAsJsonAsync("/api/v1/token", new { email, password }, Cancelled);

    private static async Task<JsonDocument> ReadAsync(HttpResponseMessage response) =>
        JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancelled));

    private static string Names(JsonElement element) =>
        string.Join(' ', element.EnumerateObject().Select(field => field.Name));

    private static async Task<string> WithoutTraceAsync(HttpResponseMessage response)
    {
        using var body = await ReadAsync(response);
        return string.Join(' ', body.RootElement.EnumerateObject().Where(field => field.Name is not "traceId"));
    }
}
