using System.Diagnostics;
using Microsoft.Playwright;

namespace Aura.EndToEndTests.Soak;

/// <summary>The page's clock in terms of this machine's, and when the page has painted which round.</summary>
internal sealed class PageClock
{
    private const int Readings = 40;

    // After the frame that shows it: a message that is posted while a frame is made arrives when it has been painted.
    private const string Watch = """
        () => {
          const shown = document.querySelector('[data-testid="round-number"]');
          const painted = window.paintedRounds = new Map();
          new MutationObserver(() => {
            const round = Number(shown.textContent);
            requestAnimationFrame(() => {
              const { port1, port2 } = new MessageChannel();
              port1.onmessage = () => painted.has(round) || painted.set(round, performance.now());
              port2.postMessage(null);
            });
          }).observe(shown, { childList: true, characterData: true, subtree: true });
        }
        """;

    private readonly IPage _page;
    private readonly double _offset;

    private PageClock(IPage page, double offset)
    {
        _page = page;
        _offset = offset;
    }

    public static async Task<PageClock> StartAsync(IPage page)
    {
        await page.EvaluateAsync(Watch);
        // The shortest of many readings says best how much time lies between asking and answering.
        double shortest = double.MaxValue, offset = 0;
        for (int i = 0; i < Readings; i++)
        {
            double before = Milliseconds(Stopwatch.GetTimestamp());
            double there = await page.EvaluateAsync<double>("performance.now()");
            double after = Milliseconds(Stopwatch.GetTimestamp());
            if (after - before < shortest)
                (shortest, offset) = (after - before, ((before + after) / 2) - there);
        }

        return new PageClock(page, offset);
    }

    /// <summary>How long after a moment of <see cref="Stopwatch"/> the page had painted a round.</summary>
    public async Task<TimeSpan> PaintedAsync(long round, long since)
    {
        double at = await (await _page.WaitForFunctionAsync("round => window.paintedRounds.get(round)", round))
            .JsonValueAsync<double>();
        return TimeSpan.FromMilliseconds(at + _offset - Milliseconds(since));
    }

    private static double Milliseconds(long timestamp) => timestamp * 1_000.0 / Stopwatch.Frequency;
}
