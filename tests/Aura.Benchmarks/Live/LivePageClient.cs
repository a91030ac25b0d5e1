using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;

namespace Aura.Benchmarks.Live;

/// <summary>
/// A page without a browser: it opens a circuit as the framework's script does, acknowledges what is drawn and answers
/// what the server asks, but draws nothing.
/// </summary>
internal sealed partial class LivePageClient : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly HubConnection _hub;
    private readonly BrowserAnswers _answers = new();
    private readonly TaskCompletionSource _charts = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _batches;
    private long _bytes;
    private long _chartUpdates;

    private LivePageClient(Visitor visitor)
    {
        var builder = new HubConnectionBuilder().WithUrl(new Uri(visitor.Url, "/_blazor"), options =>
        {
            options.Cookies = visitor.Cookies;
            options.Transports = HttpTransportType.WebSockets;
            options.SkipNegotiation = true;
            // A browser names where its page is from; the server refuses a circuit to whoever does not.
            options.Headers["Origin"] = visitor.Url.GetLeftPart(UriPartial.Authority);
        });
        builder.Services.AddSingleton<IHubProtocol, BlazorPackProtocol>();
        _hub = builder.Build();
        _hub.On<int, byte[]>("JS.RenderBatch", AcknowledgeAsync);
        _hub.On<long, string, string, int, long, int>(
            "JS.BeginInvokeJS", (call, identifier, arguments, resultType, _, _) => AnswerAsync(call, identifier, arguments, resultType));
        _hub.On<string>("JS.Error", error => _charts.TrySetException(new InvalidOperationException(error)));
        _hub.Closed += error =>
        {
            _charts.TrySetException(error ?? new InvalidOperationException("The server closed the circuit."));
            return Task.CompletedTask;
        };
    }

    /// <summary>How much was drawn.</summary>
    public long Batches => Interlocked.Read(ref _batches);

    /// <summary>How much the drawing and the calls took.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>How many charts were given new data.</summary>
    public long ChartUpdates => Interlocked.Read(ref _chartUpdates);

    /// <summary>Opens the overview and waits for its charts.</summary>
    public static async Task<LivePageClient> OpenAsync(Visitor visitor)
    {
        string[] markers = [.. Marker().Matches(await visitor.ReadAsync("/")).Select(match => match.Groups["json"].Value)];
        var client = new LivePageClient(visitor);
        await client._hub.StartAsync();
        string? secret = await client._hub.InvokeAsync<string?>("StartCircuit", visitor.Url.AbsoluteUri, visitor.Url.AbsoluteUri, "[]", "");
        if (secret is null)
            throw new InvalidOperationException("The server started no circuit.");
        await client._hub.SendAsync("UpdateRootComponents", Operations(markers), "");
        await client._charts.Task.WaitAsync(Patience);
        return client;
    }

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    private static string Operations(string[] markers) =>
        $$"""{"batchId":1,"operations":[{{string.Join(',', markers.Select((marker, i) => $$"""{"type":"add","ssrComponentId":{{i + 1}},"marker":{{marker}}}"""))}}]}""";

    private Task AcknowledgeAsync(int batch, byte[] drawing)
    {
        Interlocked.Increment(ref _batches);
        Interlocked.Add(ref _bytes, drawing.Length);
        // Without it the server stops drawing after some batches.
        return _hub.SendAsync("OnRenderCompleted", (long)batch, null);
    }

    private async Task AnswerAsync(long call, string identifier, string arguments, int resultType)
    {
        Interlocked.Add(ref _bytes, arguments.Length);
        string answer = _answers.Of(call, identifier, resultType);
        if (call != 0)
            await _hub.SendAsync("EndInvokeJSFromDotNet", call, true, answer);
        if (identifier is "update")
            Interlocked.Increment(ref _chartUpdates);
        if (_answers.Calls.GetValueOrDefault("create") >= LivePageBenchmark.Charts)
            _charts.TrySetResult();
    }

    [GeneratedRegex("<!--Blazor:(?<json>\\{\"type\":\"server\".*?\\})-->", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Marker();
}
