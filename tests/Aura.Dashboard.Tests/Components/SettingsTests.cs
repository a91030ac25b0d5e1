using Aura.Dashboard.Components.Pages;
using Aura.Dashboard.Configuration;
using Aura.Dashboard.Identity;
using Aura.Dashboard.Queries;
using Aura.Engine.Rounds;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using MudBlazor.Services;

namespace Aura.Dashboard.Tests.Components;

/// <summary>The settings, on a real host: what is shown is what decides.</summary>
public sealed class SettingsTests : IAsyncDisposable
{
    private const string Newcomer = "newcomer@example.org";
    private const string FirstPassword = "First-password-1";

    private readonly RoundDriver _rounds = RoundDriver.Start();
    private readonly BunitContext _context = new();
    private readonly BunitAuthorizationContext _person;

    public SettingsTests()
    {
        _context.JSInterop.Mode = JSRuntimeMode.Loose;
        var services = _context.Services;
        services.AddMudServices();
        foreach (var type in (Type[])
        [
            typeof(RuleSet), typeof(RulesInForce), typeof(RoundSchedule), typeof(IRuleSetHistory), typeof(ILedgerArchive), typeof(IDatabaseVersion),
            typeof(ILedgerStatus), typeof(HealthCheckService), typeof(TimeProvider), typeof(AccountRoster), typeof(IOptions<IdentityOptions>),
        ])
            services.AddSingleton(type, _rounds.Host.Services.GetRequiredService(type));
        _person = _context.AddAuthorization();
    }

    private NavigationManager Browser => _context.Services.GetRequiredService<NavigationManager>();

    private RuleSet Rules => _rounds.Host.Get<RuleSet>();

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        _rounds.Dispose();
    }

    [Fact]
    public async Task The_rules_in_force_are_shown_with_their_digest_and_first_round()
    {
        await _rounds.RunAsync();
        await SignInAsync("auditor@aura.demo", AuraRoles.Auditor);

        var page = Open();

        Assert.Equal(Rules.ToDigest().Hex, page.Find("[data-testid=rule-set-digest]").TextContent);
        page.WaitForAssertion(() => Assert.Contains("from round 1 on", page.Find("[data-testid=rule-set-since]").TextContent, StringComparison.Ordinal));
        Assert.EndsWith($"= {Rules.Quorum.VotesNeeded}", page.Find("[data-testid=rule-votes]").TextContent, StringComparison.Ordinal);
        Assert.Equal("dispersion above 10 %", page.Find("[data-testid=rule-extreme]").TextContent);
        Assert.Equal(Rules.Market.Sources.Length, page.FindAll("[data-testid=rules-sources] tbody tr").Count);
    }

    [Fact]
    public async Task The_digest_is_copied()
    {
        await SignInAsync("auditor@aura.demo", AuraRoles.Auditor);
        var page = Open();

        page.Find("[data-testid=rule-set-copy]").Click();

        page.WaitForAssertion(() => Assert.Equal("Copied", page.Find("[data-testid=rule-set-copy]").TextContent));
        Assert.Equal(Rules.ToDigest().Hex, _context.JSInterop.Invocations["navigator.clipboard.writeText"].Single().Arguments[0]);
    }

    [Fact]
    public async Task The_first_rules_have_no_predecessor()
    {
        await SignInAsync("auditor@aura.demo", AuraRoles.Auditor);

        var page = Open("?tab=history");

        Assert.Contains("The first rules of this ledger.", page.WaitForElement("[data-testid=rule-adoption]").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[data-testid=adoption-compare]"));
    }

    [Fact]
    public async Task Health_says_what_runs_and_whether_it_is_ready()
    {
        await SignInAsync("auditor@aura.demo", AuraRoles.Auditor);

        var page = Open("?tab=health");

        page.WaitForAssertion(() => Assert.StartsWith("SQLite 3.", page.Find("[data-testid=version-database]").TextContent, StringComparison.Ordinal));
        Assert.EndsWith("_IncidentSteps", page.Find("[data-testid=version-schema]").TextContent, StringComparison.Ordinal);
        Assert.StartsWith(".NET 10.", page.Find("[data-testid=version-runtime]").TextContent, StringComparison.Ordinal);
        var ready = await _rounds.Host.Get<HealthCheckService>().CheckHealthAsync(Xunit.TestContext.Current.CancellationToken);
        Assert.Equal(ready.Status.ToString(), page.Find("[data-testid=health-status]").TextContent);
        Assert.Equal(ready.Entries.Count, page.FindAll("[data-testid=health-check]").Count);
    }

    [Theory]
    [InlineData("operator@aura.demo", AuraRoles.Operator)]
    [InlineData("compliance@aura.demo", AuraRoles.Compliance)]
    public async Task People_is_neither_offered_nor_opened_by_address_for_others(string email, string role)
    {
        await SignInAsync(email, role);

        var page = Open("?tab=people");

        Assert.Empty(page.FindAll("[data-testid=settings-tab-people]"));
        Assert.Single(page.FindAll("[data-testid=people-forbidden]"));
        Assert.DoesNotContain("admin@aura.demo", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_believes_in_a_role_that_is_gone_shows_nothing()
    {
        await SignInAsync("operator@aura.demo", AuraRoles.Administrator);

        var page = Open("?tab=people");

        page.WaitForElement("[data-testid=people-refused]");
        Assert.DoesNotContain("admin@aura.demo", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_creates_an_account_and_changes_and_locks_it()
    {
        await SignInAsync("admin@aura.demo", AuraRoles.Administrator);
        var page = Open("?tab=people");
        page.WaitForElement("[data-testid=new-email]").Change(Newcomer);
        page.Find("[data-testid=new-password]").Change(FirstPassword);
        page.Find("[data-testid=new-role-Auditor]").Change(true);
        page.Find("[data-testid=people-new] form").Submit();
        page.WaitForAssertion(() => Assert.Contains("Must choose a password", Newcomers(page), StringComparison.Ordinal));
        Assert.Equal("", page.Find("[data-testid=new-password]").GetAttribute("value") ?? "");

        Press(page, "roles-open");
        page.Find("[data-testid=edit-role-Auditor]").Change(false);
        page.Find("[data-testid=edit-role-Operator]").Change(true);
        page.Find("[data-testid=roles-save]").Click();
        page.WaitForAssertion(() => Assert.Contains("Operator", Newcomers(page), StringComparison.Ordinal));
        Assert.DoesNotContain("Auditor", Newcomers(page), StringComparison.Ordinal);

        Press(page, "lock-open");
        page.Find("[data-testid=lock-confirm]").Click();
        page.WaitForAssertion(() => Assert.Equal($"{Newcomer} is locked.", page.Find("[data-testid=people-said]").TextContent.Trim()));
        Press(page, "unlock");
        page.WaitForAssertion(() => Assert.DoesNotContain("Locked", Newcomers(page), StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_wrong_with_a_new_account_is_said_and_the_password_is_forgotten()
    {
        await SignInAsync("admin@aura.demo", AuraRoles.Administrator);
        var page = Open("?tab=people");

        page.WaitForElement("[data-testid=new-email]").Change(Newcomer);
        page.Find("[data-testid=new-password]").Change("short");
        page.Find("[data-testid=new-role-Auditor]").Change(true);
        page.Find("[data-testid=people-new] form").Submit();

        Assert.Contains("Passwords must be at least 10 characters.",
            page.WaitForElement("[data-testid=people-problem]").TextContent, StringComparison.Ordinal);
        Assert.Equal(Newcomer, page.Find("[data-testid=new-email]").GetAttribute("value"));
        Assert.Equal("", page.Find("[data-testid=new-password]").GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task Nobody_is_offered_to_change_their_own_rights()
    {
        await SignInAsync("admin@aura.demo", AuraRoles.Administrator);

        var own = Open("?tab=people").WaitForElement("[data-testid='account-admin@aura.demo']");

        Assert.Empty(own.QuerySelectorAll("button"));
    }

    private static string Newcomers(IRenderedComponent<Settings> page) => page.Find($"[data-testid='account-{Newcomer}']").TextContent;

    private static void Press(IRenderedComponent<Settings> page, string button) =>
        page.Find($"[data-testid='account-{Newcomer}'] [data-testid={button}]").Click();

    private async Task SignInAsync(string email, string role)
    {
        var user = await _rounds.Host.FindAsync(email);
        _person.SetAuthorized(email);
        _person.SetRoles(role);
        if (role is AuraRoles.Administrator)
            _person.SetPolicies(AuraPolicies.Administration);
        _person.SetClaims(new System.Security.Claims.Claim(System.Security.Claims.ClaimTypes.NameIdentifier, user.Id));
    }

    private IRenderedComponent<Settings> Open(string query = "")
    {
        Browser.NavigateTo($"/settings{query}");
        return _context.Render<Settings>();
    }
}
