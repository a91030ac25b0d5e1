using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Aura.EndToEndTests.Infrastructure;

/// <summary>axe's rules of WCAG 2.2, level AA.</summary>
internal static class Accessibility
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
    };

    public static async Task AssertCleanAsync(IPage page, string where)
    {
        var result = await page.RunAxe(Rules);
        Assert.True(
            result.Violations.Length == 0,
            $"{where}: " + string.Join("; ", result.Violations.Select(violation =>
                $"{violation.Id} at {string.Join(", ", violation.Nodes.Select(node => node.Html).Take(3))}")));
    }
}
