using System.Security.Claims;
using Aura.Dashboard.Components.Controls;
using Aura.Dashboard.Identity;
using Aura.Dashboard.Operators;
using Aura.Dashboard.Publishing.Live;
using Aura.Engine.Rounds;
using Aura.Engine.Rounds.Thresholds;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;

namespace Aura.Dashboard.Tests.Components;

/// <summary>Thresholds on a real host: typed, tried, proposed by one person and approved by another.</summary>
public sealed class ThresholdsPanelTests : IAsyncDisposable
{
    private readonly RoundDriver _rounds = RoundDriver.Start();
    private readonly BunitContext _context = new();
    private readonly BunitAuthorizationContext _person;

    public ThresholdsPanelTests()
    {
        _context.JSInterop.Mode = JSRuntimeMode.Loose;
        var services = _context.Services;
        services.AddMudServices();
        foreach (var type in (Type[])
        [
            typeof(RulesInForce), typeof(TimeProvider), typeof(ThresholdDesk), typeof(RoundFeed), typeof(OperatorDesk), typeof(StepUp), typeof(AccountNames),
        ])
            services.AddSingleton(type, _rounds.Host.Services.GetRequiredService(type));
        _person = _context.AddAuthorization();
    }

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        _rounds.Dispose();
    }

    [Fact]
    public async Task One_person_tries_and_proposes_and_another_one_approves()
    {
        await _rounds.RunAsync(2);
        await SignInAsync("admin@aura.demo", AuraRoles.Administrator);
        var page = Open();
        Assert.True(page.WaitForElement("[data-testid=threshold-propose]").HasAttribute("disabled"));

        page.Find("[data-testid=threshold-extremeAbovePercent]").Change("7.5");
        page.Find("[data-testid=threshold-try]").Click();
        page.WaitForAssertion(() => Assert.Contains("On the last 2 rounds, 1 to 2", page.Find("[data-testid=threshold-trial]").TextContent, StringComparison.Ordinal));
        page.Find("[data-testid=threshold-propose]").Click();
        Confirm(page, "The sources agree better since June.");
        page.WaitForAssertion(() => Assert.Contains("risk.extremeAbovePercent", page.Find("[data-testid=threshold-differences]").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("[data-testid=threshold-approve]"));
        Assert.Equal("Take back …", page.Find("[data-testid=threshold-decline]").TextContent);

        await SignInAsync("compliance@aura.demo", AuraRoles.Compliance);
        page.WaitForElement("[data-testid=threshold-approve]").Click();
        Confirm(page, "Looked at the trial of it, agreed.");

        page.WaitForAssertion(() => Assert.Contains("With the next round", page.Find("[data-testid=thresholds-approved]").TextContent, StringComparison.Ordinal));
        await _rounds.RunAsync();
        page.WaitForAssertion(() => Assert.Contains("In force are", page.Find("[data-testid=thresholds-approved]").TextContent, StringComparison.Ordinal));
        Assert.Equal("7.5", page.Find("[data-testid=threshold-extremeAbovePercent]").GetAttribute("value"));
    }

    [Fact]
    public async Task What_cannot_be_a_rule_is_said_and_marked_and_a_change_ends_a_trial()
    {
        await SignInAsync("compliance@aura.demo", AuraRoles.Compliance);
        var page = Open();
        page.WaitForElement("[data-testid=threshold-highAbovePercent]").Change("1,5");
        page.Find("[data-testid=threshold-noDecisionRounds]").Change("few");

        page.Find("[data-testid=threshold-try]").Click();

        Assert.Equal(
            ["'highAbovePercent' is '1,5': accepted is a number with a point, as in 7.5.", "'noDecisionRounds' is 'few': accepted is a whole number."],
            page.FindAll("[data-testid=threshold-faults] p").Select(fault => fault.TextContent));
        Assert.Equal("true", page.Find("[data-testid=threshold-highAbovePercent]").GetAttribute("aria-invalid"));

        page.Find("[data-testid=threshold-highAbovePercent]").Change("1.5");
        page.Find("[data-testid=threshold-noDecisionRounds]").Change("4");
        page.Find("[data-testid=threshold-try]").Click();
        Assert.Equal(
            ["'highAbovePercent' is '1.5': it must be above 'elevatedAbovePercent', '2'."],
            page.FindAll("[data-testid=threshold-faults] p").Select(fault => fault.TextContent));

        page.Find("[data-testid=threshold-highAbovePercent]").Change("5.5");
        page.Find("[data-testid=threshold-try]").Click();
        page.WaitForElement("[data-testid=threshold-trial]");
        page.Find("[data-testid='threshold-causes.Stale.mode']").Change("Shadow");
        Assert.Empty(page.FindAll("[data-testid=threshold-trial]"));
        Assert.True(page.Find("[data-testid=threshold-propose]").HasAttribute("disabled"));
    }

    [Fact]
    public async Task Who_may_only_read_tries_but_does_not_propose()
    {
        await SignInAsync("auditor@aura.demo", AuraRoles.Auditor);

        var page = Open();

        page.WaitForElement("[data-testid=threshold-try]");
        Assert.Empty(page.FindAll("[data-testid=threshold-propose]"));
    }

    [Fact]
    public async Task A_proposal_that_was_taken_back_leaves_the_form_as_it_was()
    {
        await SignInAsync("compliance@aura.demo", AuraRoles.Compliance);
        var page = Open();
        page.WaitForElement("[data-testid='threshold-causes.PriceJump.enterAbove']").Change("12");
        page.Find("[data-testid=threshold-try]").Click();
        page.WaitForElement("[data-testid=threshold-propose]:not([disabled])").Click();
        Confirm(page, "Jumps of ten percent are usual.");
        page.WaitForElement("[data-testid=threshold-decline]").Click();
        Confirm(page, "On second thought they are not.");

        page.WaitForElement("[data-testid=threshold-form]");
        var state = (await _rounds.Host.Get<IRoundStore>().LoadAsync(null, Xunit.TestContext.Current.CancellationToken)).State;
        Assert.Equal((null, 10m), (state.Thresholds, ThresholdSet.Of(_rounds.Host.Get<RulesInForce>().Current).Causes.First(cause => cause.Cause is Engine.Breaker.BreakerCause.PriceJump).EnterAbove));
    }

    private static void Confirm(IRenderedComponent<Bed> page, string words)
    {
        page.WaitForElement("[data-testid=alert-comment]").Input(words);
        page.Find("[data-testid=confirm]").Click();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-testid=alert-comment]")));
    }

    private IRenderedComponent<Bed> Open() => _context.Render<Bed>();

    private async Task SignInAsync(string email, string role)
    {
        var user = await _rounds.Host.FindAsync(email);
        _person.SetAuthorized(email);
        _person.SetRoles(role);
        _person.SetClaims(
            new Claim(ClaimTypes.NameIdentifier, user.Id), new Claim("AspNet.Identity.SecurityStamp", user.SecurityStamp!));
    }

    /// <summary>The panel with what the layout provides.</summary>
    private sealed class Bed : Microsoft.AspNetCore.Components.ComponentBase
    {
        protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder)
        {
            builder.OpenComponent<MudPopoverProvider>(0);
            builder.CloseComponent();
            builder.OpenComponent<MudDialogProvider>(1);
            builder.CloseComponent();
            builder.OpenComponent<ThresholdsPanel>(2);
            builder.CloseComponent();
        }
    }
}
