using Aura.EndToEndTests.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace Aura.EndToEndTests.Pages;

public sealed class SettingsPageTests(Chromium chromium, CalmDashboard calm)
{
    private const string Newcomer = "newcomer@example.org";
    private const string FirstPassword = "First-password-1";
    private const string OwnPassword = "My-own-password-2";

    private static readonly Place People = new("people", "/settings?tab=people", "Settings");

    [Fact]
    public async Task An_administrator_creates_an_account_whose_person_must_choose_a_password()
    {
        await using var people = chromium.Invite();
        var administrator = await Desk.SignInAsync(await people.NewPageAsync(), calm.Url, "admin");
        await administrator.Page.GotoAsync($"{calm.Url}/settings");
        using var rest = await RestClient.SignInAsync(calm.Url, "admin");
        string digest = (await rest.GetAsync("status")).GetProperty("configurationDigest").GetString()!;
        await Expect(administrator.Page.GetByTestId("rule-set-digest")).ToHaveTextAsync(digest);
        await Accessibility.AssertCleanAsync(administrator.Page, "settings");

        await administrator.Page.GetByTestId("settings-tab-people").ClickAsync();
        await administrator.Page.GetByTestId("new-email").FillAsync(Newcomer);
        await administrator.Page.GetByTestId("new-password").FillAsync(FirstPassword);
        await administrator.Page.GetByTestId("new-role-Auditor").CheckAsync();
        await administrator.Page.GetByTestId("new-create").ClickAsync();
        await Expect(administrator.Page.GetByTestId($"account-{Newcomer}")).ToContainTextAsync("Must choose a password");
        var tour = new Tour(administrator);
        foreach (var scheme in Tour.Schemes)
        {
            await tour.ColourAsync(scheme);
            await tour.AssertCleanAsync(People, $"people, {scheme}");
        }

        var page = await people.NewPageAsync();
        await page.GotoAsync(calm.Url);
        await page.GetByTestId("login-email").FillAsync(Newcomer);
        await page.GetByTestId("login-password").FillAsync(FirstPassword);
        await page.GetByTestId("login-submit").ClickAsync();
        await page.GetByTestId("new-password").FillAsync(OwnPassword);
        await page.GetByTestId("new-password-again").FillAsync(OwnPassword);
        await page.GetByTestId("new-password-submit").ClickAsync();

        await Expect(page.GetByTestId("user-name")).ToHaveTextAsync(Newcomer);
        await Expect(page.GetByTestId("user-role")).ToHaveTextAsync("Auditor");
    }
}
