using System.Security.Claims;
using Aura.Dashboard.Components.Controls;
using Aura.Dashboard.Components.Pages;
using Aura.Dashboard.Identity;
using Aura.Dashboard.Queries;
using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Rounds;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace Aura.Dashboard.Tests.Components;

/// <summary>The page of the breakers, on a history that the test writes.</summary>
public sealed class BreakersTests : BunitContext
{
    // State, length and record.
    private static readonly int[] Shown = [1, 4, 5];

    private readonly ScriptedHistory _history = new();
    private readonly TestDesk _desk;
    private readonly BunitAuthorizationContext _person;

    public BreakersTests()
    {
        _desk = new TestDesk(this);
        _person = this.AddAuthorization();
        SignIn(AuraRoles.Operator, TestDesk.OperatorId);
        Services.AddSingleton<IBreakerHistory>(_history);
    }

    private NavigationManager Browser => Services.GetRequiredService<NavigationManager>();

    [Fact]
    public void Every_breaker_is_shown_with_its_address()
    {
        var page = Open();

        foreach (string scope in (string[])["SYSTEM", "GOLD", "MSFT"])
        {
            Assert.Equal("Closed", page.Find($"[data-testid=breaker-{scope}-state]").TextContent);
            Assert.Single(page.FindAll($"h2 a[href='/breaker?scope={scope}']"));
        }

        Assert.Equal("A reset is refused for 10 s after the trip.", page.Find("[data-testid=rule-cool-down]").TextContent);
        Assert.Contains("3 clean rounds in a row", page.Find("[data-testid=rule-rounds]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_never_trips()
    {
        var dialogs = Render<MudDialogProvider>();

        Open("?trip=GOLD&confirm=1");

        Assert.Empty(dialogs.FindAll("[data-testid=confirm]"));
        Assert.Empty(_desk.Store.Asked);
    }

    [Fact]
    public void A_breaker_without_a_past_says_so()
    {
        var page = Open("?scope=GOLD");

        Assert.Equal("The ledger says nothing about GOLD.", page.WaitForElement("[data-testid=history-empty]").TextContent.Trim());
        Assert.Equal("true", page.Find("[data-testid=history-GOLD]").GetAttribute("aria-current"));
    }

    [Fact]
    public void The_address_says_whose_history_is_listed()
    {
        _history.Events.Add(Trip(7, "GOLD"));
        _history.Events.Add(Trip(5, "MSFT"));

        var page = Open("?scope=MSFT");

        page.WaitForElement("[data-testid=history-list]");
        Assert.Equal(["MSFT"], page.FindAll("[data-testid=event-scope]").Select(scope => scope.TextContent));
        Assert.EndsWith("/breaker", page.Find("[data-testid=history-all]").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?scope=gold%20coins")]
    [InlineData("?scope=%3Cscript%3E")]
    public void A_name_that_no_breaker_can_have_is_refused_in_words(string query)
    {
        var page = Open(query);

        Assert.Contains("is not the name of a breaker", page.WaitForElement("[data-testid=history-problem]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void An_event_shows_from_to_cause_person_reason_version_and_record()
    {
        _history.Events.Add(Trip(7, "GOLD"));

        var line = Open().WaitForElement("[data-testid=history-event]");

        Assert.Equal("Closed→toIsolated", string.Concat(line.QuerySelector("[data-testid=event-change]")!.TextContent.Where(sign => !char.IsWhiteSpace(sign))));
        Assert.Equal("Tripped by a person", line.QuerySelector("[data-testid=event-kind]")!.TextContent);
        Assert.Equal("a drill of the desk", line.QuerySelector("[data-testid=event-words]")!.TextContent);
        Assert.Contains("operator@aura.demo", line.TextContent, StringComparison.Ordinal);
        Assert.Contains("version 2", line.TextContent, StringComparison.Ordinal);
        Assert.Equal("/api/v1/ledger?after=6&limit=1", line.QuerySelector("[data-testid=event-entry]")!.GetAttribute("href"));
    }

    [Fact]
    public void A_change_by_a_rule_leads_to_its_round()
    {
        _history.Events.Add(new BreakerEvent(9, Sample.Start, Scope.Parse("GOLD"), LedgerEventKind.Changed, "GOLD is Extreme.")
        {
            From = BreakerState.Closed,
            To = BreakerState.Open,
            Version = 2,
            Cause = BreakerCause.ExtremeDispersion,
            Round = new RoundNumber(3),
        });

        Assert.Equal("/rounds/3", Open().WaitForElement("[data-testid=event-round]").GetAttribute("href"));
    }

    [Fact]
    public void A_request_expires_before_the_eyes_of_who_looks()
    {
        _history.Events.Add(new BreakerEvent(9, Sample.Start, Scope.Parse("GOLD"), LedgerEventKind.ResetRequested, "gold looks well again")
        {
            Asked = CommandKind.Reset,
            ActorId = TestDesk.OperatorId,
            ExpiresAt = Sample.Start.AddSeconds(30),
        });
        var page = Open();
        Assert.Equal("Waiting", page.WaitForElement("[data-testid=event-fate]").TextContent);

        _desk.Clock.Advance(TimeSpan.FromSeconds(31));

        page.WaitForAssertion(() => Assert.Equal("Expired", page.Find("[data-testid=event-fate]").TextContent));
    }

    [Fact]
    public void Pages_of_the_history_have_addresses()
    {
        for (long sequence = 1; sequence <= BreakerEventList.EntriesOnPage + 5; sequence++)
            _history.Events.Insert(0, Trip(sequence, "GOLD"));

        var page = Open("?scope=GOLD");
        page.WaitForElement("[data-testid=history-older]");
        Assert.Equal(BreakerEventList.EntriesOnPage, page.FindAll("[data-testid=history-event]").Count);
        string older = page.Find("[data-testid=history-older]").GetAttribute("href")!;
        Assert.EndsWith("/breaker?scope=GOLD&before=6", older, StringComparison.Ordinal);

        Browser.NavigateTo(older);
        page.Render();
        page.WaitForAssertion(() => Assert.Equal(5, page.FindAll("[data-testid=history-event]").Count));
        Assert.Empty(page.FindAll("[data-testid=history-older]"));
        Assert.Single(page.FindAll("[data-testid=history-newest]"));
    }

    [Fact]
    public async Task A_change_appears_without_a_reload()
    {
        var page = Open();
        page.WaitForElement("[data-testid=history-empty]");
        _history.Events.Add(Trip(7, "GOLD"));
        var tripped = Sample.Breaker("GOLD", BreakerState.Isolated, 2);

        await _desk.Feed.BreakerChangedAsync(tripped.Last!, tripped, CancellationToken.None);
        _desk.Clock.Advance(TimeSpan.FromSeconds(1));

        page.WaitForElement("[data-testid=history-event]");
    }

    [Fact]
    public void A_history_that_cannot_be_read_leaves_the_buttons()
    {
        _history.Fault = new IOException("disk");

        var page = Open();

        Assert.StartsWith("The ledger could not be read", page.WaitForElement("[data-testid=history-problem]").TextContent, StringComparison.Ordinal);
        Assert.Single(page.FindAll("[data-testid=breaker-GOLD-trip]"));
    }

    [Fact]
    public void The_timeline_and_its_table_say_the_same_in_letters_and_words()
    {
        _history.Past = scope => new BreakerPast(
            scope, Sample.Start.AddMinutes(-40), [new(Sample.Start.AddMinutes(-10), BreakerState.Closed, BreakerState.Isolated, 2, 7)], false);

        var page = Open("?range=1h");

        var row = page.WaitForElement("[data-testid=timeline-GOLD]");
        Assert.Equal(["?", "C", "I"], row.Children.Select(stretch => stretch.TextContent));
        Assert.Equal("GOLD: unknown 20 min, Closed 30 min, Isolated 10 min", row.GetAttribute("aria-label"));
        Assert.Equal(
            ["unknown 20 min –", "Closed 30 min –", "Isolated 10 min entry 7"],
            page.FindAll("[data-testid=timeline-table] tbody tr").Skip(3).Take(3)
                .Select(line => string.Join(' ', Shown.Select(cell => line.Children[cell].TextContent.Trim()))));
        Assert.Equal("true", page.Find("[data-testid=range-1h]").GetAttribute("aria-current"));
    }

    [Fact]
    public async Task A_request_that_waits_stands_first_and_asks_the_officer()
    {
        SignIn(AuraRoles.Compliance, "officer");
        await AskAsync();

        var page = Open();

        Assert.Single(page.FindAll("[data-testid=pending-GOLD] [data-testid=pending-reset]"));
        Assert.Single(page.FindAll("[data-testid=pending-reset]"));
        Assert.Single(page.FindAll("[data-testid=pending-GOLD-approve]"));
        Assert.Single(page.FindAll("[data-testid=pending-GOLD-decline]"));
        Assert.True(
            page.Markup.IndexOf("pending-GOLD", StringComparison.Ordinal) < page.Markup.IndexOf("breaker-GOLD-state", StringComparison.Ordinal));

        _desk.Clock.Advance(ResetRequest.Lifetime);
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-testid=pending-GOLD]")));
    }

    [Fact]
    public async Task Who_asked_is_told_that_somebody_else_decides()
    {
        SignIn(AuraRoles.Compliance, TestDesk.OperatorId);
        await AskAsync();

        var page = Open();

        Assert.Contains("You asked for it yourself", page.Find("[data-testid=pending-GOLD]").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[data-testid=pending-GOLD-approve]"));
    }

    [Fact]
    public async Task Others_see_who_has_to_act()
    {
        await AskAsync();

        var page = Open();

        Assert.Contains("A compliance officer approves or declines.", page.Find("[data-testid=pending-GOLD]").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[data-testid=pending-GOLD-approve]"));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _desk.Dispose();
    }

    private static BreakerEvent Trip(long sequence, string scope) =>
        new(sequence, Sample.Start, Scope.Parse(scope), LedgerEventKind.Changed, "a drill of the desk")
        {
            From = BreakerState.Closed,
            To = BreakerState.Isolated,
            Version = 2,
            Cause = BreakerCause.ManualTrip,
            Asked = CommandKind.Trip,
            ActorId = TestDesk.OperatorId,
            ReasonCode = ReasonCode.Drill,
        };

    private void SignIn(string role, string id)
    {
        _person.SetAuthorized("operator@aura.demo");
        _person.SetRoles(role);
        _person.SetClaims(new Claim(ClaimTypes.NameIdentifier, id));
    }

    private ValueTask AskAsync()
    {
        var halted = Sample.Breaker("GOLD", BreakerState.Isolated, 2);
        var record = new BreakerRecord(halted.Scope, halted.State, 2, 0, Sample.Start, halted.Last);
        var request = ResetRequest.Of(record, halted.Last!.Command! with { Reason = "gold looks well again" }, Sample.Start);
        _desk.Feed.Recover(
            [], [Sample.Breaker("SYSTEM"), halted with { Pending = request, ApprovalsRequired = 2 }, Sample.Breaker("MSFT")]);
        return ValueTask.CompletedTask;
    }

    private IRenderedComponent<Breakers> Open(string query = "")
    {
        Browser.NavigateTo($"/breaker{query}");
        var page = Render<Breakers>();
        page.WaitForElement("[data-testid=breaker-GOLD-state]");
        return page;
    }

    private sealed class ScriptedHistory : IBreakerHistory
    {
        public List<BreakerEvent> Events { get; } = [];

        public Func<Scope, BreakerPast> Past { get; set; } = scope => new BreakerPast(scope, null, [], false);

        public Exception? Fault { get; set; }

        public Task<IReadOnlyList<BreakerEvent>> BeforeAsync(
            Scope? scope, long? before, int entries, CancellationToken cancellationToken) =>
            Fault is { } fault
                ? Task.FromException<IReadOnlyList<BreakerEvent>>(fault)
                : Task.FromResult<IReadOnlyList<BreakerEvent>>(
                [
                    .. Events.Where(happened => (scope is null || happened.Scope == scope) && happened.Sequence < (before ?? long.MaxValue))
                        .Take(entries),
                ]);

        public Task<BreakerPast> PastAsync(
            Scope scope, DateTimeOffset from, DateTimeOffset to, int limit, CancellationToken cancellationToken) =>
            Task.FromResult(Past(scope));
    }
}
