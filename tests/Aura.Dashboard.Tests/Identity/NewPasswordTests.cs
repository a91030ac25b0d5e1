using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Aura.Dashboard.Tests.Identity;

/// <summary>A person whose password somebody else chose, through the pages and the API as they stand.</summary>
public sealed partial class NewPasswordTests : IDisposable
{
    private const string Email = "ada@example.org";
    private const string Given = "First-Login-42";
    private const string Own = "My-own-Word-43";

    private readonly AuraHost _host = new AuraHost { Environment = "Production" }
        .With("AURA_ADMIN_EMAIL", Email).With("AURA_ADMIN_PASSWORD", Given).Started();

    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _client;

    public NewPasswordTests()
    {
        _client = _host.CreateDefaultClient(new Uri("https://localhost"), new CookieHandler(_cookies));
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _client.Dispose();
        _host.Dispose();
    }

    [Fact]
    public async Task The_first_sign_in_asks_for_a_new_password_and_goes_on_with_it()
    {
        using var signedIn = await SignInAsync("/login?returnUrl=%2Fhangfire", Given);
        Assert.Equal("/hangfire", PathOf(signedIn));

        using var stopped = await GetAsync("/hangfire");
        Assert.Equal("/account/password?returnUrl=%2Fhangfire", PathOf(stopped));

        using var changed = await ChooseAsync(PathOf(stopped)!, Own, Own);
        Assert.Equal("/hangfire", PathOf(changed));
        using var opened = await GetAsync("/hangfire");
        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
        Assert.False((await _host.FindAsync(Email)).MustChangePassword);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/hangfire")]
    [InlineData("/no-such-page")]
    public async Task No_other_page_opens_before(string page)
    {
        using var signedIn = await SignInAsync("/login", Given);

        using var response = await GetAsync(page);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal($"/account/password?returnUrl={Uri.EscapeDataString(page)}", PathOf(response));
    }

    [Theory]
    [InlineData("/api/v1/status")]
    [InlineData("/api/v1/no-such-endpoint")]
    [InlineData("/_blazor")]
    public async Task No_path_for_programs_opens_before(string path)
    {
        using var signedIn = await SignInAsync("/login", Given);

        using var response = await GetAsync(path);

        await AssertRefusedAsync(response);
    }

    [Fact]
    public async Task The_API_gives_no_token_before_and_says_why()
    {
        using var refused = await AskForTokenAsync(Given);
        await AssertRefusedAsync(refused);

        using var signedIn = await SignInAsync("/login", Given);
        using var changed = await ChooseAsync("/account/password", Own, Own);

        using var old = await AskForTokenAsync(Given);
        using var issued = await AskForTokenAsync(Own);
        Assert.Equal(HttpStatusCode.Unauthorized, old.StatusCode);
        Assert.Equal(HttpStatusCode.OK, issued.StatusCode);
    }

    [Fact]
    public async Task A_wrong_password_learns_nothing_about_the_account()
    {
        using var response = await AskForTokenAsync("Wrong-Password-1");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Theory]
    [InlineData("", "", "Enter a new password.")]
    [InlineData(Own, "My-own-Word-44", "The two entries differ.")]
    [InlineData("short", "short", "Passwords must be at least 10 characters.")]
    [InlineData(Given, Given, "The new password must differ from the present one.")]
    [InlineData("Aura-demo-1", "Aura-demo-1", "This is the password of the demonstration accounts")]
    public async Task A_password_that_is_not_taken_is_explained_and_the_old_one_stays(
        string password, string again, string expected)
    {
        using var signedIn = await SignInAsync("/login", Given);

        using var response = await ChooseAsync("/account/password", password, again);

        string html = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(Cancelled));
        Assert.Contains(expected, html, StringComparison.Ordinal);
        if (password.Length > 0)
            Assert.DoesNotContain($"\"{password}\"", html, StringComparison.Ordinal);
        var user = await _host.FindAsync(Email);
        Assert.True(user.MustChangePassword);
        Assert.True(await _host.WithUsersAsync(users => users.CheckPasswordAsync(user, Given)));
    }

    [Fact]
    public async Task A_refused_sign_in_does_not_write_the_password_into_the_page()
    {
        using var response = await SignInAsync("/login", "Wrong-Password-1");

        string html = await response.Content.ReadAsStringAsync(Cancelled);
        Assert.Contains("E-mail or password is wrong.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Wrong-Password-1", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_is_sent_from_the_page_to_the_login()
    {
        using var response = await GetAsync("/account/password");

        Assert.StartsWith("/login?", PathOf(response), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_a_password_of_their_own_is_sent_on()
    {
        using var signedIn = await SignInAsync("/login", Given);
        using var changed = await ChooseAsync("/account/password", Own, Own);

        using var again = await GetAsync("/account/password?returnUrl=%2Fhangfire");

        Assert.Equal("/hangfire", PathOf(again));
    }

    [Fact]
    public async Task A_way_out_to_another_site_is_not_taken()
    {
        using var signedIn = await SignInAsync("/login", Given);

        using var changed = await ChooseAsync("/account/password?returnUrl=https%3A%2F%2Fexample.org", Own, Own);

        Assert.Equal("/", PathOf(changed));
    }

    [Fact]
    public async Task The_way_out_and_the_styles_stay_open()
    {
        using var signedIn = await SignInAsync("/login", Given);
        using var page = await GetAsync("/account/password");
        string html = await page.Content.ReadAsStringAsync(Cancelled);

        using var style = await GetAsync("/" + Stylesheet().Match(html).Groups["path"].Value);
        using var health = await GetAsync("/health/live");
        using var left = await PostAsync("/logout", html, []);

        Assert.Equal(HttpStatusCode.OK, style.StatusCode);
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        Assert.Equal("/login", PathOf(left));
    }

    private static string? PathOf(HttpResponseMessage response) =>
        response.Headers.Location is not { } location ? null
        : location.IsAbsoluteUri ? location.PathAndQuery : location.OriginalString is "" ? "/" : location.OriginalString;

    private static async Task AssertRefusedAsync(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = await response.Content.ReadFromJsonAsync<JsonObject>(Cancelled);
        Assert.Equal("Choose a new password first.", (string?)problem!["title"]);
    }

    private Task<HttpResponseMessage> GetAsync(string path) => _client.GetAsync(new Uri(path, UriKind.Relative), Cancelled);

    private Task<HttpResponseMessage> AskForTokenAsync(string password) =>
        _client.PostAsJsonAsync("/api/v1/token", new { email = Email, password }, Cancelled);

    private Task<HttpResponseMessage> SignInAsync(string path, string password) => SubmitAsync(
        path, ("_handler", "login"), ("Input.Email", Email), ("Input.Password", password));

    private Task<HttpResponseMessage> ChooseAsync(string path, string password, string again) => SubmitAsync(
        path, ("_handler", "new-password"), ("Input.Password", password), ("Input.Again", again));

    private async Task<HttpResponseMessage> SubmitAsync(string path, params (string Name, string Value)[] fields)
    {
        using var page = await GetAsync(path);
        return await PostAsync(path, await page.Content.ReadAsStringAsync(Cancelled), fields);
    }

    private Task<HttpResponseMessage> PostAsync(string path, string html, IEnumerable<(string Name, string Value)> fields) =>
        _client.PostAsync(
            new Uri(path, UriKind.Relative),
            new FormUrlEncodedContent(fields
                .Append(("__RequestVerificationToken", AntiforgeryToken().Match(html).Groups["token"].Value))
                .Select(field => KeyValuePair.Create(field.Item1, field.Item2))),
            Cancelled);

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]* value=\"(?<token>[^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex AntiforgeryToken();

    [GeneratedRegex("rel=\"stylesheet\" href=\"(?<path>[^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Stylesheet();

    /// <summary>Keeps cookies as a browser does, and follows no redirect.</summary>
    private sealed class CookieHandler(CookieContainer cookies) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (cookies.GetCookieHeader(request.RequestUri!) is { Length: > 0 } header)
                request.Headers.Add("Cookie", header);
            var response = await base.SendAsync(request, cancellationToken);
            if (response.Headers.TryGetValues("Set-Cookie", out var set))
                foreach (string cookie in set)
                    cookies.SetCookies(request.RequestUri!, cookie);
            return response;
        }
    }
}
