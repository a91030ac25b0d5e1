using Microsoft.Playwright;

namespace Aura.EndToEndTests.Infrastructure;

/// <summary>One visit to every page, in one circuit: a full load of each would take most of the time.</summary>
internal sealed class Tour(Desk desk)
{
    public const int DeskWidth = 1440;
    public const int TelephoneWidth = 390;
    public const int Height = 900;

    /// <summary>The desk last, where the bar and the menu are whole again.</summary>
    public static readonly IReadOnlyList<int> Widths = [TelephoneWidth, DeskWidth];

    public static readonly IReadOnlyList<ColorScheme> Schemes = [ColorScheme.Light, ColorScheme.Dark];

    public static readonly Place Overview = new("overview", "/", "Overview");

    /// <summary>No two neighbours share a heading: that is how the tour knows that it arrived.</summary>
    public static readonly IReadOnlyList<Place> Places =
    [
        Overview,
        new("asset", "/assets/GOLD", "GOLD"),
        new("round", "/rounds/1", "Round 1"),
        new("breakers", "/breaker", "Breakers"),
        new("alerts", "/alerts", "Alerts"),
        new("sources", "/sources", "Sources"),
        new("rounds", "/rounds", "Rounds"),
        new("settings", "/settings", "Settings"),
        new("audit", "/audit", "Audit"),
        new("thresholds", "/settings?tab=thresholds", "Settings"),
        new("evidence", "/rounds/1?tab=evidence", "Round 1"),
        new("wallboard", "/wallboard", "Wallboard"),
    ];

    // Waiting words are the page's own; a chart is there when its script has drawn it as wide as its place.
    private const string Settled =
        """
        heading => document.querySelector('h1')?.textContent.trim() === heading
          && ![...document.querySelectorAll('[role=status]')].some(e => /^(Loading|No round yet)/.test(e.textContent.trim()))
          && [...document.querySelectorAll('figure.aura-chart > [role=img]')]
            .every(e => Math.abs((e.shadowRoot?.querySelector('svg')?.getBoundingClientRect().width ?? 0) - e.clientWidth) < 2)
          && document.getAnimations().every(animation => animation.playState !== 'running')
        """;

    public IPage Page => desk.Page;

    /// <summary>Asks the menu, so that no page stays out because nobody thought of it.</summary>
    public static async Task<Tour> StartAsync(Desk desk)
    {
        string[] offered = await desk.Page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('nav[aria-label=Main] a')].map(link => link.getAttribute('href'))");
        Assert.NotEmpty(offered);
        var unknown = offered.Except(Places.Select(place => place.Address), StringComparer.Ordinal).ToList();
        Assert.True(unknown.Count == 0, $"The menu offers what no tour visits; give Places a line for {string.Join(", ", unknown)}.");
        return new Tour(desk);
    }

    public async Task GoAsync(Place place)
    {
        await desk.Page.EvaluateAsync("address => Blazor.navigateTo(address)", place.Address);
        await SettleAsync(place);
    }

    /// <summary>Shows the same page as wide as this.</summary>
    public async Task WidenAsync(Place place, int width)
    {
        await desk.Page.SetViewportSizeAsync(width, Height);
        await SettleAsync(place);
    }

    /// <summary>Presses the switch in the bar of the page, which remembers the choice for the pages after it.</summary>
    public async Task ColourAsync(ColorScheme scheme)
    {
        string colours = scheme is ColorScheme.Dark ? "dark" : "light";
        if (await desk.Page.EvaluateAsync<string>("document.documentElement.dataset.theme") == colours)
            return;
        await desk.Page.GetByTestId("theme-switch").ClickAsync();
        await Assertions.Expect(desk.Page.Locator($"html[data-theme={colours}]")).ToBeAttachedAsync();
    }

    /// <summary>Lets axe look at the page, narrow and wide.</summary>
    public async Task AssertCleanAsync(Place place, string where)
    {
        foreach (int width in Widths)
        {
            await WidenAsync(place, width);
            await Accessibility.AssertCleanAsync(Page, $"{where}, {width} wide");
        }
    }

    /// <summary>Opens a dialog over the page, lets axe look at it and leaves it without a word.</summary>
    public async Task AssertDialogCleanAsync(Place place, ILocator opener, string where)
    {
        await opener.ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await AssertCleanAsync(place, where);
        await Page.GetByTestId("cancel").ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }

    /// <summary>Waits until the page has drawn all it knows, and nothing slides.</summary>
    public async Task SettleAsync(Place place)
    {
        try
        {
            await desk.Page.WaitForFunctionAsync(Settled, place.Heading);
        }
        catch (TimeoutException exception)
        {
            string heading = await desk.Page.Locator("h1").InnerTextAsync();
            throw new TimeoutException($"{place.Address} never settled under '{place.Heading}'; its heading is '{heading}'.", exception);
        }
    }
}
