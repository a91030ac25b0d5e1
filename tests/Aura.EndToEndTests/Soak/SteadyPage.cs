using Microsoft.Playwright;

namespace Aura.EndToEndTests.Soak;

/// <summary>Knows when a page has nothing left to draw of the rounds it was told.</summary>
internal sealed class SteadyPage(IPage page)
{
    // Charts hold an update back by up to a second.
    private const string Watch = """
        () => {
          window.chartsDrawnAt = performance.now();
          const observer = new MutationObserver(() => window.chartsDrawnAt = performance.now());
          for (const chart of document.querySelectorAll('figure.aura-chart > [role=img]'))
            observer.observe(chart.shadowRoot, { childList: true, subtree: true });
        }
        """;

    private const string IsSteady = """
        round => Number(document.querySelector('[data-testid="round-number"]').textContent) === round
          && performance.now() - window.chartsDrawnAt > 1500
        """;

    public Task WatchAsync() => page.EvaluateAsync(Watch);

    public async Task ShowsAsync(long round) =>
        await page.WaitForFunctionAsync(IsSteady, round, new() { Timeout = 60_000, PollingInterval = 100 });
}
