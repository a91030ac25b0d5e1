using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Aura.EndToEndTests.Infrastructure;

/// <summary>axe's rules of WCAG 2.2, level AA.</summary>
internal static class Accessibility
{
    // Half a megabyte, which axe's own binding for Playwright sends and compiles at every question anew.
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private const string Run =
        """
        async () => {
          const found = await axe.run(document, {
            runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
            resultTypes: ['violations'],
          });
          if (found.passes.length === 0) {
            throw new Error('axe checked nothing');
          }
          return found.violations.map(rule => `${rule.id} at ${rule.nodes.slice(0, 3).map(node => node.html).join(', ')}`);
        }
        """;

    public static async Task AssertCleanAsync(IPage page, string where)
    {
        // What still fades in has the contrast of a moment that nobody reads.
        await page.WaitForFunctionAsync("() => document.getAnimations().every(animation => animation.playState !== 'running')");
        if (!await page.EvaluateAsync<bool>("'axe' in window"))
            await page.EvaluateAsync(Axe);
        string[] violations = await page.EvaluateAsync<string[]>(Run);
        Assert.True(violations.Length == 0, $"{where}: {string.Join("; ", violations)}");
    }
}
