using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Aura.Dashboard.Identity;

namespace Aura.Benchmarks.Live;

/// <summary>A person who signed in twice: with a cookie as a browser does, and with a token as a program does.</summary>
internal sealed partial class Visitor : IDisposable
{
    private const string Email = "operator@aura.demo";

    private readonly HttpClient _http;

    private Visitor(HttpClient http, CookieContainer cookies)
    {
        _http = http;
        Cookies = cookies;
    }

    public CookieContainer Cookies { get; }

    public string Token { get; private set; } = "";

    public Uri Url => _http.BaseAddress!;

    public static async Task<Visitor> SignInAsync(string url)
    {
        var cookies = new CookieContainer();
        var http = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies }) { BaseAddress = new Uri(url) };
        var visitor = new Visitor(http, cookies);
        await visitor.FillInAsync();
        using var answer = await http.PostAsJsonAsync("/api/v1/token", new { email = Email, password = DemoAccounts.Password });
        var body = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
        visitor.Token = body.GetProperty("accessToken").GetString()!;
        return visitor;
    }

    /// <summary>The page as the server sends it, before any script runs.</summary>
    public Task<string> ReadAsync(string path) => _http.GetStringAsync(new Uri(path, UriKind.Relative));

    public void Dispose() => _http.Dispose();

    private async Task FillInAsync()
    {
        string page = await ReadAsync("/login");
        var fields = HiddenField().Matches(page)
            .ToDictionary(field => field.Groups["name"].Value, field => WebUtility.HtmlDecode(field.Groups["value"].Value), StringComparer.Ordinal);
        fields["Input.Email"] = Email;
        fields["Input.Password"] = DemoAccounts.Password;
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await _http.PostAsync(new Uri("/login", UriKind.Relative), form);
        answer.EnsureSuccessStatusCode();
        if (answer.RequestMessage?.RequestUri?.AbsolutePath is not "/")
            throw new InvalidOperationException("The sign-in did not lead to the overview.");
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex HiddenField();
}
