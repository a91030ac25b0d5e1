namespace Aura.Dashboard.Tests.Identity;

/// <summary>S06: which pages may open a socket to this host.</summary>
public sealed class OwnOriginTests(RunningHost running) : IClassFixture<RunningHost>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/hubs/rounds", "https://elsewhere.example")]
    [InlineData("/hubs/rounds", "https://localhost.evil")]
    [InlineData("/hubs/rounds", "https://localhost:5081")]
    [InlineData("/hubs/rounds", "HTTPS://LOCALHOST")]
    [InlineData("/hubs/rounds", "null")]
    [InlineData("/_blazor", "https://elsewhere.example")]
    [InlineData("/_blazor", "https://localhost.evil")]
    [InlineData("/_blazor", "HTTPS://LOCALHOST")]
    [InlineData("/_blazor", "null")]
    [InlineData("/_blazor", null)]
    public async Task A_socket_of_a_foreign_page_is_refused_although_the_sign_in_is_good(string path, string? origin)
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => OpenAsync(path, origin));

        Assert.Contains("403", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/hubs/rounds", "https://localhost")]
    [InlineData("/hubs/rounds", null)]
    [InlineData("/_blazor", "https://localhost")]
    public Task A_socket_of_our_own_page_or_of_a_program_opens(string path, string? origin) => OpenAsync(path, origin);

    [Fact]
    public async Task A_foreign_page_may_not_even_negotiate()
    {
        using var client = running.Host.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");
        request.Headers.Add("Cookie", await running.Host.CookieAsync(ApiCaller.Operator));
        request.Headers.Add("Origin", "https://elsewhere.example");

        using var response = await client.SendAsync(request, Cancelled);

        Assert.Equal(System.Net.HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    private async Task OpenAsync(string path, string? origin)
    {
        string cookie = await running.Host.CookieAsync(ApiCaller.Operator);
        string token = await running.Host.TokenAsync(ApiCaller.Operator);
        var sockets = running.Host.Server.CreateWebSocketClient();
        sockets.ConfigureRequest = request =>
        {
            request.Headers.Cookie = cookie;
            request.Headers.Authorization = $"Bearer {token}";
            if (origin is not null)
                request.Headers.Origin = origin;
        };
        using var socket = await sockets.ConnectAsync(new Uri($"wss://localhost{path}"), Cancelled);
        Assert.Equal(System.Net.WebSockets.WebSocketState.Open, socket.State);
    }
}
