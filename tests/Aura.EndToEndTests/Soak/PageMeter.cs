using Microsoft.Playwright;

namespace Aura.EndToEndTests.Soak;

/// <summary>What Chromium itself says about a page: its nodes, its listeners, its memory, its main thread.</summary>
internal sealed class PageMeter
{
    private readonly ICDPSession _session;

    private PageMeter(ICDPSession session) => _session = session;

    public static async Task<PageMeter> OfAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        // The thread's own time: what others compute on the machine does not count.
        await session.SendAsync("Performance.enable", new Dictionary<string, object> { ["timeDomain"] = "threadTicks" });
        await session.SendAsync("HeapProfiler.enable");
        return new PageMeter(session);
    }

    /// <summary>What is left after everything unreachable was collected.</summary>
    public async Task<PageState> CollectAsync()
    {
        // What has a finalizer, as the wrappers of nodes do, goes with the second.
        await _session.SendAsync("HeapProfiler.collectGarbage");
        await _session.SendAsync("HeapProfiler.collectGarbage");
        var metrics = await ReadAsync();
        return new PageState((long)metrics["Nodes"], (long)metrics["JSEventListeners"], (long)metrics["JSHeapUsedSize"]);
    }

    /// <summary>What the main thread has computed so far.</summary>
    public async Task<TimeSpan> MainThreadAsync() => TimeSpan.FromSeconds((await ReadAsync())["TaskDuration"]);

    private async Task<Dictionary<string, double>> ReadAsync()
    {
        var answer = await _session.SendAsync("Performance.getMetrics")
            ?? throw new InvalidOperationException("Chromium gave no figures.");
        return answer.GetProperty("metrics").EnumerateArray().ToDictionary(
            metric => metric.GetProperty("name").GetString()!, metric => metric.GetProperty("value").GetDouble(),
            StringComparer.Ordinal);
    }
}
