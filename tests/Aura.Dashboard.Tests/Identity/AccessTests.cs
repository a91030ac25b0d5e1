using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Aura.Dashboard.Tests.Identity;

/// <summary>
/// Paths without an endpoint: whoever is let in gets 404, so the rule is seen before and beside any endpoint.
/// </summary>
public sealed class AccessTests : IClassFixture<RunningHost>, IDisposable
{
    private const string Api = "/api/v1/no-such-endpoint";
    private const string Hub = "/hubs/no-such-hub";

    private readonly AuraHost _host;
    private readonly HttpClient _client;

    public AccessTests(RunningHost running)
    {
        _host = running.Host;
        _client = _host.CreateClient();
    }

    public void Dispose() => _client.Dispose();

    [Theory]
    [InlineData("GET", Api)]
    [InlineData("POST", Api)]
    [InlineData("GET", Hub)]
    [InlineData("POST", "/API/v1/no-such-endpoint")]
    [InlineData("GET", "/api/v1/ledger")]
    [InlineData("POST", "/api/v1/ledger")]
    [InlineData("POST", "/_blazor/negotiate")]
    public async Task A_stranger_gets_401_from_a_path_for_programs_and_no_redirect(string method, string path)
    {
        using var response = await SendAsync(method, path);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Null(response.Headers.Location);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_stranger_is_sent_from_a_page_to_the_login()
    {
        using var response = await SendAsync("GET", "/no-such-page?x=1");

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal("/login?ReturnUrl=%2Fno-such-page%3Fx%3D1", response.Headers.Location?.PathAndQuery);
    }

    [Theory]
    [InlineData("GET", Api, HttpStatusCode.NotFound)]
    [InlineData("HEAD", Api, HttpStatusCode.NotFound)]
    [InlineData("POST", Api, HttpStatusCode.Unauthorized)]
    [InlineData("PUT", Api, HttpStatusCode.Unauthorized)]
    [InlineData("DELETE", Api, HttpStatusCode.Unauthorized)]
    [InlineData("GET", Hub, HttpStatusCode.Unauthorized)]
    [InlineData("POST", Hub, HttpStatusCode.Unauthorized)]
    [InlineData("GET", "/no-such-page", HttpStatusCode.NotFound)]
    public async Task A_cookie_reads_but_never_writes(string method, string path, HttpStatusCode expected)
    {
        using var response = await SendAsync(method, path, cookie: await CookieAsync());

        Assert.Equal(expected, response.StatusCode);
    }

    [Theory]
    [InlineData("GET", Api, HttpStatusCode.NotFound)]
    [InlineData("POST", Api, HttpStatusCode.NotFound)]
    [InlineData("POST", Hub, HttpStatusCode.NotFound)]
    [InlineData("GET", "/no-such-page", HttpStatusCode.Redirect)]
    public async Task A_bearer_token_opens_api_and_hubs_but_no_page(string method, string path, HttpStatusCode expected)
    {
        using var response = await SendAsync(method, path, bearer: await TokenAsync());

        Assert.Equal(expected, response.StatusCode);
    }

    [Theory]
    [InlineData(Hub, HttpStatusCode.NotFound)]
    [InlineData(Api, HttpStatusCode.Unauthorized)]
    public async Task A_token_in_the_query_counts_below_hubs_only(string path, HttpStatusCode expected)
    {
        using var response = await SendAsync("GET", $"{path}?access_token={await TokenAsync()}");

        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task A_false_bearer_token_is_not_replaced_by_the_cookie()
    {
        using var response = await SendAsync("GET", Api, await CookieAsync(), bearer: "forged");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Theory]
    [InlineData("admin@aura.demo", HttpStatusCode.OK)]
    [InlineData("operator@aura.demo", HttpStatusCode.Forbidden)]
    [InlineData("compliance@aura.demo", HttpStatusCode.Forbidden)]
    [InlineData("auditor@aura.demo", HttpStatusCode.Forbidden)]
    public async Task Jobs_are_for_administrators(string email, HttpStatusCode expected)
    {
        using var response = await SendAsync("GET", "/hangfire", await _host.CookieAsync(email));

        Assert.Equal(expected, response.StatusCode);
    }

    [Theory]
    [InlineData("login-email")]
    [InlineData("login-password")]
    [InlineData("login-submit")]
    public async Task The_login_page_names_its_fields_as_specified(string testId)
    {
        using var response = await SendAsync("GET", "/login");

        Assert.Contains(
            $"data-testid=\"{testId}\"", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Anybody_may_ask_for_health(string path)
    {
        using var response = await SendAsync("GET", path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains(
            "Healthy",
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Development", "http://localhost:5080", CookieSecurePolicy.SameAsRequest)]
    [InlineData("Development", "http://*:5080", CookieSecurePolicy.Always)]
    [InlineData("Production", "http://localhost:5080", CookieSecurePolicy.Always)]
    public void Only_a_developers_own_machine_may_send_the_cookie_without_tls(
        string environment, string urls, CookieSecurePolicy expected)
    {
        using var host = new AuraHost { Environment = environment }.With("urls", urls).Started();

        var cookie = CookieOptions(host);

        Assert.Equal(expected, cookie.Cookie.SecurePolicy);
        Assert.Equal(SameSiteMode.Strict, cookie.Cookie.SameSite);
        Assert.True(cookie.Cookie.HttpOnly);
        Assert.Equal(TimeSpan.FromHours(8), cookie.ExpireTimeSpan);
    }

    private static CookieAuthenticationOptions CookieOptions(AuraHost host) => host.Services
        .GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);

    private async Task<HttpResponseMessage> SendAsync(
        string method, string path, string? cookie = null, string? bearer = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (cookie is not null)
            request.Headers.Add("Cookie", cookie);
        if (bearer is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        return await _client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private Task<string> TokenAsync() => _host.TokenAsync("operator@aura.demo");

    private Task<string> CookieAsync() => _host.CookieAsync("operator@aura.demo");
}
