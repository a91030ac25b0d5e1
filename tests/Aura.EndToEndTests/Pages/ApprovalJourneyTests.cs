using Aura.EndToEndTests.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace Aura.EndToEndTests.Pages;

public sealed class ApprovalJourneyTests(Chromium chromium, TwoPersonDashboard dashboard)
{
    [Fact]
    public async Task An_operator_asks_for_a_reset_and_compliance_approves_it()
    {
        await using var people = chromium.Invite();
        var operators = await Desk.SignInAsync(await people.NewPageAsync(), dashboard.Url, "operator");
        var compliance = await Desk.SignInAsync(await people.NewPageAsync(), dashboard.Url, "compliance");
        await operators.CommandAsync("GOLD", "trip", "halted for the journey of two people");

        await operators.CommandAsync("GOLD", "reset", "gold looks well again to me", "Resolved");
        await Expect(operators.Button("GOLD", "reset")).ToHaveTextAsync("Reset requested");
        await Expect(operators.Button("GOLD", "approve")).ToHaveCountAsync(0);
        await Expect(compliance.State("GOLD")).ToHaveTextAsync("Isolated");
        await Expect(compliance.Page.GetByTestId("pending-reset")).ToContainTextAsync("gold looks well again to me");

        await AssertDialogsCleanAsync(compliance);

        await compliance.CommandAsync("GOLD", "approve", "I have seen the sources agree", "Resolved");
        await Expect(compliance.State("GOLD")).ToHaveTextAsync("HalfOpen");
        await Expect(operators.State("GOLD")).ToHaveTextAsync("Closed");
    }

    [Fact]
    public async Task A_decline_keeps_the_breaker_halted_and_makes_room_for_another_request()
    {
        await using var people = chromium.Invite();
        var operators = await Desk.SignInAsync(await people.NewPageAsync(), dashboard.Url, "operator");
        var compliance = await Desk.SignInAsync(await people.NewPageAsync(), dashboard.Url, "compliance");
        await operators.CommandAsync("MSFT", "trip", "halted for the journey of a refusal");
        await operators.CommandAsync("MSFT", "reset", "asking although it is early", "Resolved");

        await compliance.CommandAsync("MSFT", "decline", "the vendor has not answered us yet", "Investigation");

        await Expect(compliance.Button("MSFT", "decline")).ToHaveCountAsync(0);
        await Expect(operators.State("MSFT")).ToHaveTextAsync("Isolated");
        await Expect(operators.Button("MSFT", "reset")).ToHaveTextAsync("Request reset …");
    }

    private static async Task AssertDialogsCleanAsync(Desk compliance)
    {
        var tour = new Tour(compliance);
        foreach (var scheme in Tour.Schemes)
        {
            await tour.ColourAsync(scheme);
            foreach (string command in (string[])["approve", "decline"])
                await tour.AssertDialogCleanAsync(Tour.Overview, compliance.Button("GOLD", command), $"{command} dialog, {scheme}");
        }
    }
}
