using Microsoft.Playwright;

namespace Aura.EndToEndTests.Infrastructure;

/// <summary>What a person does in the page, by the stable test ids.</summary>
internal sealed class Desk(IPage page, string url)
{
    public const string Password = "Aura-demo-1";

    public IPage Page => page;

    public ILocator Round => page.GetByTestId("round-number");

    public ILocator LiveState => page.GetByTestId("live-state");

    public ILocator ModeBadge => page.GetByTestId("mode-badge");

    public ILocator Price(string asset) => page.GetByTestId($"asset-{asset}-price");

    public ILocator Tier(string asset) => page.GetByTestId($"asset-{asset}-tier");

    public ILocator Quality(string asset) => page.GetByTestId($"asset-{asset}-quality");

    public ILocator State(string scope) => page.GetByTestId($"breaker-{scope}-state");

    public ILocator Button(string scope, string verb) => page.GetByTestId($"breaker-{scope}-{verb}");

    public static async Task<Desk> SignInAsync(IPage page, string url, string person)
    {
        await page.GotoAsync(url);
        await page.GetByTestId("login-email").FillAsync($"{person}@aura.demo");
        await page.GetByTestId("login-password").FillAsync(Password);
        await page.GetByTestId("login-submit").ClickAsync();
        var desk = new Desk(page, url);
        await Assertions.Expect(desk.LiveState).ToHaveTextAsync("LIVE");
        return desk;
    }

    public Task CommandAsync(string scope, string verb, string reason) => CommandAsync(scope, verb, reason, "Drill");

    public async Task CommandAsync(string scope, string verb, string reason, string reasonCode)
    {
        await Button(scope, verb).ClickAsync();
        await page.GetByTestId("reason-code").SelectOptionAsync(reasonCode);
        await page.GetByTestId("reason-text").FillAsync(reason);
        await page.GetByTestId("confirm").ClickAsync();
    }

    public Task ReturnAsync() => page.GotoAsync(url);
}
