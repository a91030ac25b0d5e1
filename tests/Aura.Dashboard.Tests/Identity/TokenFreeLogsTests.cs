using System.Net;
using System.Net.WebSockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Aura.Dashboard.Tests.Identity;

/// <summary>A token in the query opens hubs only, and no log shows it however much is logged.</summary>
public sealed class TokenFreeLogsTests
{
    private const string RequestLines = "Microsoft.AspNetCore.Hosting.Diagnostics";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_token_in_the_query_of_a_hub_is_never_logged()
    {
        using var logs = new CapturedLogs();
        using var host = logs.CaptureAll(new AuraHost()).Started();

        string token = await UseTokenInQueriesAsync(host);

        Assert.Contains(logs.Lines, line => line.StartsWith("Debug ", StringComparison.Ordinal)
            && line.Contains("/hubs/rounds", StringComparison.Ordinal));
        Assert.DoesNotContain(logs.Lines, line => line.Contains(token, StringComparison.Ordinal));
        Assert.DoesNotContain(logs.Lines, line => line.Contains("access_token", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_the_rule_the_same_capture_sees_the_token()
    {
        using var logs = new CapturedLogs();
        using var host = logs.CaptureAll(new AuraHost())
            .Replacing(services => services.AddOptions<LoggerFilterOptions>().PostConfigure(options =>
            {
                options.Rules.Add(new LoggerFilterRule(null, RequestLines, LogLevel.Trace, null));
                options.Rules.Add(new LoggerFilterRule("Captured", RequestLines, LogLevel.Trace, null));
            }))
            .Started();

        string token = await UseTokenInQueriesAsync(host);

        Assert.Contains(logs.Lines, line => line.Contains(token, StringComparison.Ordinal));
    }

    /// <summary>By negotiation, by WebSocket and, in vain, against REST.</summary>
    private static async Task<string> UseTokenInQueriesAsync(AuraHost host)
    {
        string token = await host.TokenAsync(ApiCaller.Operator);
        using var client = host.CreateClient();
        using var negotiated = await client.PostAsync(
            new Uri($"/hubs/rounds/negotiate?negotiateVersion=1&access_token={token}", UriKind.Relative), null, Cancelled);
        using var refused = await client.GetAsync(
            new Uri($"/api/v1/status?access_token={token}", UriKind.Relative), Cancelled);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (negotiated.StatusCode, refused.StatusCode));

        using var socket = await host.Server.CreateWebSocketClient()
            .ConnectAsync(new Uri($"wss://localhost/hubs/rounds?access_token={token}"), Cancelled);
        await socket.SendAsync(
            """{"protocol":"json","version":1}"""u8.ToArray().Append((byte)0x1e).ToArray(), WebSocketMessageType.Text,
            endOfMessage: true, Cancelled);
        var answer = await socket.ReceiveAsync(new ArraySegment<byte>(new byte[1024]), Cancelled);
        Assert.True(answer.Count > 0);
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, Cancelled);
        return token;
    }
}
