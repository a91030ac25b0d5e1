using Aura.Dashboard.Components.Layout;
using Aura.Dashboard.Components.Pages;
using Aura.Dashboard.Identity;
using Aura.Dashboard.Queries;
using Aura.Engine.Canon;
using Aura.Engine.Publishing.Alerts;
using Aura.Engine.Rounds;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace Aura.Dashboard.Tests.Components;

/// <summary>The inbox, as one compliance officer reads it.</summary>
public sealed class AlertsPageTests : BunitContext
{
    private readonly TestDesk _desk;

    public AlertsPageTests()
    {
        _desk = new TestDesk(this, AuraRoles.Compliance);
        Services.AddSingleton<IIncidentHistory>(new ScriptedIncidents());
    }

    [Fact]
    public void Nothing_calls_says_so() =>
        Assert.Equal("Nothing calls for anybody.", Render<Alerts>().WaitForElement("[data-testid=inbox-empty]").TextContent);

    [Fact]
    public async Task The_most_pressing_comes_first_with_when_it_escalates()
    {
        await HoldAsync(Book(Incident(1, AlertKind.HighDispersion, Sample.Start), Incident(2, AlertKind.NoDecision, Sample.Start.AddMinutes(-6))));

        var page = Render<Alerts>();

        Assert.Equal(
            ["incident-2 Escalated", "incident-1 Triggered"],
            page.FindAll("[data-testid=inbox-list] > li").Select(item => $"{item.GetAttribute("data-testid")} {item.GetAttribute("data-status")}"));
        Assert.StartsWith("escalates in ", page.Find("[data-testid=incident-escalates]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_breaker_that_tripped_cannot_be_silenced()
    {
        await HoldAsync(Book(Incident(1, AlertKind.BreakerTripped, Sample.Start)));
        var page = Render<Alerts>();
        Assert.Single(page.FindAll("[data-testid=acknowledge-1]"));
        Assert.Empty(page.FindAll("[data-testid=silence-1]"));
    }

    [Fact]
    public async Task Who_is_not_compliance_answers_nothing()
    {
        var auditor = this.AddAuthorization();
        auditor.SetAuthorized("auditor@aura.demo");
        auditor.SetRoles(AuraRoles.Auditor);
        await HoldAsync(Book(Incident(1, AlertKind.HighDispersion, Sample.Start)));

        var page = Render<Alerts>();

        Assert.Equal("A compliance officer acknowledges.", page.Find("[data-testid=incident-1] > p:last-child").TextContent);
        Assert.Empty(page.FindAll("[data-testid=incident-1] button"));
    }

    [Fact]
    public async Task An_acknowledgement_needs_words_and_is_sent_once()
    {
        await HoldAsync(Book(Incident(1, AlertKind.HighDispersion, Sample.Start)));
        var dialogs = Render<MudDialogProvider>();
        var page = Render<Alerts>();
        await page.Find("[data-testid=acknowledge-1]").ClickAsync();

        await dialogs.WaitForElement("[data-testid=confirm]").ClickAsync();
        Assert.StartsWith("A reason has 10 to 500 characters", dialogs.Find("[data-testid=comment-fault]").TextContent, StringComparison.Ordinal);
        Assert.Empty(_desk.Store.Asked);
        await dialogs.Find("[data-testid=alert-comment]").InputAsync("I ask the vendor what it sells.");
        await dialogs.Find("[data-testid=confirm]").ClickAsync();

        var sent = Assert.Single(_desk.Store.Commands);
        Assert.Equal("I ask the vendor what it sells.", sent.Answer.Answer.Incident?.Acknowledged?.Comment);
        _desk.Clock.Advance(TimeSpan.FromMilliseconds(200));
        page.WaitForAssertion(() => Assert.Equal("Acknowledged", page.Find("[data-testid=incident-1]").GetAttribute("data-status")));
        Assert.StartsWith("expires in 1", page.Find("[data-testid=incident-answer-ends]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_drill_that_is_due_is_started_here_and_ended_in_the_inbox()
    {
        var dialogs = Render<MudDialogProvider>();
        var page = Render<Alerts>();
        Assert.Equal("A drill is due: at least every 30 days", page.WaitForElement("[data-testid=drill-due]").TextContent.Trim());
        await page.Find("[data-testid=drill-scope]").ChangeAsync("GOLD");
        await page.Find("[data-testid=start-drill]").ClickAsync();
        await dialogs.WaitForElement("[data-testid=alert-comment]").InputAsync("The drill of this month.");
        await dialogs.Find("[data-testid=confirm]").ClickAsync();

        _desk.Clock.Advance(TimeSpan.FromMilliseconds(200));
        page.WaitForAssertion(() => Assert.Contains("Drill · GOLD", page.Find("[data-testid=incident-1]").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("[data-testid=drill-due]"));
        Assert.Empty(page.FindAll("[data-testid=silence-1]"));
        await page.Find("[data-testid=end-drill-1]").ClickAsync();
        await dialogs.WaitForElement("[data-testid=alert-comment]").InputAsync("Answered within the minute.");
        await dialogs.Find("[data-testid=confirm]").ClickAsync();

        Assert.Equal([CommandKind.StartDrill, CommandKind.EndDrill], _desk.Store.Commands.Select(command => CommandEvidence.Parse(command.Evidence.Span).Command.Kind));
        Assert.Empty(_desk.Store.State.Alerts!.Open);
    }

    [Fact]
    public async Task Each_page_tells_of_an_incident_that_begins_and_names_those_that_nobody_answers()
    {
        var toasts = Render<MudSnackbarProvider>();
        var notice = Render<AlertNotice>();
        await HoldAsync(Book(Incident(1, AlertKind.BreakerTripped, Sample.Start)));
        toasts.WaitForAssertion(() => Assert.Contains("Calls: Breaker tripped, GOLD", toasts.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("Nobody answers", notice.Markup, StringComparison.Ordinal);

        _desk.Clock.Advance(TimeSpan.FromMinutes(5));
        await HoldAsync(Book(Incident(1, AlertKind.BreakerTripped, Sample.Start)) with { Version = 2 });

        notice.WaitForAssertion(() => Assert.Contains("Nobody answers:", notice.Markup, StringComparison.Ordinal));
    }

    private static Incident Incident(long number, AlertKind kind, DateTimeOffset at) => new(
        number, Scope.Parse("GOLD"), kind, null, "Its sources are dispersed by 7 %.", at, new RoundNumber(3), at, at, 0);

    private static AlertBook Book(params Incident[] incidents) =>
        new(incidents.Length, [.. incidents], []) { Version = 1 };

    private async Task HoldAsync(AlertBook book)
    {
        _desk.Store.State = EngineState.Initial with { Alerts = book };
        await _desk.Feed.AlertsChangedAsync(book, CancellationToken.None);
        _desk.Clock.Advance(TimeSpan.FromMilliseconds(200));
    }

    private sealed class ScriptedIncidents : IIncidentHistory
    {
        public Task<IReadOnlyList<IncidentPast>> BeforeAsync(long? before, int limit, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<IncidentPast>>([]);
    }
}
