using Aura.Dashboard.Components.Dialogs;
using Aura.Dashboard.Identity;
using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Publishing;
using Aura.Engine.Rounds;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace Aura.Dashboard.Tests.Components;

public sealed class BreakerCommandDialogTests : BunitContext
{
    private const string Reason = "a drill of the desk";
    private readonly TestDesk _desk;
    private readonly IRenderedComponent<MudDialogProvider> _dialogs;

    public BreakerCommandDialogTests()
    {
        _desk = new TestDesk(this);
        Render<MudPopoverProvider>();
        _dialogs = Render<MudDialogProvider>();
    }

    [Fact]
    public async Task It_says_what_it_is_about_and_what_will_happen()
    {
        await OpenAsync(CommandKind.Trip, Sample.Breaker("GOLD"));

        Assert.Contains("GOLD is Closed, version 1.", _dialogs.Markup, StringComparison.Ordinal);
        Assert.Contains("Round 1: 3356.73 USD, tier Normal, score 0.", _dialogs.Markup, StringComparison.Ordinal);
        Assert.Contains("These prices stop going out at once: GOLD.", _dialogs.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reset_says_how_many_clean_rounds_it_needs()
    {
        await OpenAsync(CommandKind.Reset, Sample.Breaker("GOLD", BreakerState.Open, 2));

        Assert.Contains("after 3 clean rounds in a row", _dialogs.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_kind_of_reason_nothing_is_sent()
    {
        await OpenAsync(CommandKind.Trip, Sample.Breaker("GOLD"));
        Write(Reason);

        Confirm();

        Assert.Equal("Choose a kind of reason.", Fault());
        Assert.Empty(_desk.Store.Asked);
    }

    [Fact]
    public async Task A_reason_that_is_too_short_is_counted_explained_and_not_sent()
    {
        await OpenAsync(CommandKind.Trip, Sample.Breaker("GOLD"));
        Choose(ReasonCode.Drill);
        Write("  too bad  ");
        Assert.Equal("7 / 500", _dialogs.Find("[data-testid=reason-count]").TextContent);

        Confirm();

        Assert.Equal("A reason has 10 to 500 characters; this one has 7.", Fault());
        Assert.Empty(_desk.Store.Asked);
    }

    [Fact]
    public async Task An_accepted_trip_closes_the_dialog_tells_and_reaches_every_page()
    {
        await OpenAsync(CommandKind.Trip, Sample.Breaker("GOLD"));
        Choose(ReasonCode.Drill);
        Write(Reason);

        Confirm();

        _dialogs.WaitForAssertion(() => Assert.Empty(_dialogs.FindAll("[data-testid=confirm]")));
        Assert.Equal(BreakerState.Isolated, _desk.Feed.Current.Breakers.Single(b => b.Scope.Value is "GOLD").State);
        Assert.Equal("GOLD is Isolated now (version 2).", Services.GetRequiredService<ISnackbar>().ShownSnackbars.Single().Message);
        var command = CommandEvidence.Parse(_desk.Store.Commands.Single().Evidence.Span).Command;
        Assert.Equal((CommandKind.Trip, 1L, ReasonCode.Drill, Reason), (command.Kind, command.ExpectedVersion, command.ReasonCode, command.Reason));
    }

    [Fact]
    public async Task It_shows_the_servers_sentences_and_the_command_records_their_digest()
    {
        var rules = Sample.Rules.Breaker;
        var shown = CommandPreview.Of(
            CommandKind.Trip, Scope.Parse("GOLD"), _desk.Feed.Current.Breakers, rules, Sample.Round(1));
        await OpenAsync(CommandKind.Trip, Sample.Breaker("GOLD"));
        Assert.Equal(
            shown.Lines.Select(line => line.Text),
            _dialogs.FindAll("[data-testid=preview] li").Select(line => line.TextContent));
        Choose(ReasonCode.Drill);
        Write(Reason);

        Confirm();

        _dialogs.WaitForAssertion(() => Assert.Single(_desk.Store.Commands));
        Assert.Equal(shown.ToDigest(), CommandEvidence.Parse(_desk.Store.Commands.Single().Evidence.Span).Command.Preview);
    }

    [Fact]
    public async Task A_reset_whose_preview_no_longer_holds_is_refused_and_looked_at_again()
    {
        var open = Sample.Breaker("GOLD", BreakerState.Open, 2);
        Store(open);
        _desk.Clock.Advance(TimeSpan.FromSeconds(11));
        await OpenAsync(CommandKind.Reset, open);
        Choose(ReasonCode.Resolved);
        Write(Reason);
        var system = Sample.Breaker("SYSTEM", BreakerState.Isolated, 2);
        await _desk.Feed.BreakerChangedAsync(system.Last!, system, CancellationToken.None);

        Confirm();

        _dialogs.WaitForAssertion(() => Assert.Equal(
            "What you were shown is no longer what would happen: look at the preview again.", Problem()));
    }

    [Fact]
    public async Task A_double_click_sends_once_and_the_button_is_locked_meanwhile()
    {
        var gate = new TaskCompletionSource();
        _desk.Store.Gate = gate.Task;
        await OpenAsync(CommandKind.Trip, Sample.Breaker("GOLD"));
        Choose(ReasonCode.Drill);
        Write(Reason);
        var button = _dialogs.Find("[data-testid=confirm]");

        var first = button.ClickAsync(new());
        var second = button.ClickAsync(new());
        _dialogs.WaitForAssertion(() => Assert.True(_dialogs.Find("[data-testid=confirm]").HasAttribute("disabled")));
        gate.SetResult();
        await Task.WhenAll(first, second);

        Assert.Single(_desk.Store.Asked);
        Assert.Single(_desk.Store.Commands);
    }

    [Fact]
    public async Task A_refused_reset_shows_the_engines_sentence_and_may_be_repeated_as_a_new_command_after_the_cool_down()
    {
        var open = Sample.Breaker("GOLD", BreakerState.Open, 2);
        Store(open);
        await OpenAsync(CommandKind.Reset, open);
        Choose(ReasonCode.Resolved);
        Write(Reason);

        Confirm();
        _dialogs.WaitForAssertion(() => Assert.StartsWith("The cool-down lasts until", Problem(), StringComparison.Ordinal));
        _desk.Clock.Advance(TimeSpan.FromSeconds(11));
        Confirm();

        _dialogs.WaitForAssertion(() => Assert.Empty(_dialogs.FindAll("[data-testid=confirm]")));
        Assert.Equal(2, _desk.Store.Asked.Distinct().Count());
    }

    [Fact]
    public async Task A_stale_version_is_refused_and_cannot_be_sent_again()
    {
        Store(Sample.Breaker("GOLD", BreakerState.Open, 4));
        _desk.Clock.Advance(TimeSpan.FromSeconds(11));
        await OpenAsync(CommandKind.Reset, Sample.Breaker("GOLD", BreakerState.Open, 2));
        Choose(ReasonCode.Resolved);
        Write(Reason);

        Confirm();

        _dialogs.WaitForAssertion(() => Assert.Equal(
            "The breaker is at version 4, not 2: it changed since you looked.", Problem()));
        Assert.True(_dialogs.Find("[data-testid=confirm]").HasAttribute("disabled"));
    }

    [Fact]
    public async Task A_role_that_was_taken_away_is_refused_although_the_page_still_offered_the_button()
    {
        _desk.Roles.Remove(AuraRoles.Operator);
        await OpenAsync(CommandKind.Trip, Sample.Breaker("GOLD"));
        Choose(ReasonCode.Drill);
        Write(Reason);

        Confirm();

        _dialogs.WaitForAssertion(() => Assert.Equal("Only the role Operator may trip a breaker.", Problem()));
    }

    [Fact]
    public async Task An_answer_that_never_came_is_asked_for_again_under_the_same_id()
    {
        _desk.Store.Gate = Task.FromException(new IOException("disk"));
        await OpenAsync(CommandKind.Trip, Sample.Breaker("GOLD"));
        Choose(ReasonCode.Drill);
        Write(Reason);

        Confirm();
        await UntilAsync(() => _dialogs.FindAll("[data-testid=command-problem]").Count > 0);
        Assert.StartsWith("Not done: nothing was recorded", Problem(), StringComparison.Ordinal);
        Assert.Single(_desk.Store.Asked);
        _desk.Store.Gate = Task.CompletedTask;
        await UntilAsync(() => !_dialogs.Find("[data-testid=confirm]").HasAttribute("disabled"));
        Confirm();

        _dialogs.WaitForAssertion(() => Assert.Empty(_dialogs.FindAll("[data-testid=confirm]")));
        Assert.Equal(2, _desk.Store.Asked.Count);
        Assert.Single(_desk.Store.Asked.Distinct());
    }

    [Fact]
    public async Task An_answer_that_is_late_is_unknown_after_five_seconds_and_done_when_it_comes()
    {
        var gate = new TaskCompletionSource();
        _desk.Store.Gate = gate.Task;
        await OpenAsync(CommandKind.Trip, Sample.Breaker("GOLD"));
        Choose(ReasonCode.Drill);
        Write(Reason);

        Confirm();
        _desk.Clock.Advance(TimeSpan.FromSeconds(4.9));
        Assert.Empty(Checking());
        _desk.Clock.Advance(TimeSpan.FromSeconds(0.1));
        _dialogs.WaitForAssertion(() => Assert.StartsWith("Unknown, checking: no answer came within 5 seconds.", Checking(), StringComparison.Ordinal));
        Assert.True(_dialogs.Find("[data-testid=confirm]").HasAttribute("disabled"));
        await UntilAsync(() => _desk.Store.Readings > 20);
        Assert.NotEmpty(Checking());
        gate.SetResult();

        _dialogs.WaitForAssertion(() => Assert.Empty(_dialogs.FindAll("[data-testid=confirm]")));
        Assert.Single(_desk.Store.Asked);
        Assert.Equal("GOLD is Isolated now (version 2).", Services.GetRequiredService<ISnackbar>().ShownSnackbars.Single().Message);
    }

    [Fact]
    public async Task An_answer_that_was_lost_is_found_by_its_id_and_nothing_is_sent_again()
    {
        _desk.Store.LosesAnswers = true;
        _desk.Store.Unreadable = true;
        await OpenAsync(CommandKind.Trip, Sample.Breaker("GOLD"));
        Choose(ReasonCode.Drill);
        Write(Reason);

        Confirm();
        _dialogs.WaitForAssertion(() => Assert.StartsWith("Unknown, checking", Checking(), StringComparison.Ordinal));
        // While nothing can be read it is neither done nor not done, however long that takes.
        await UntilAsync(() => _desk.Store.Readings > 40);
        Assert.NotEmpty(Checking());
        _desk.Store.Unreadable = false;
        await UntilAsync(() => _dialogs.FindAll("[data-testid=confirm]").Count == 0);

        Assert.Single(_desk.Store.Asked);
        Assert.Single(_desk.Store.Commands);
        Assert.Equal("GOLD is Isolated now (version 2).", Services.GetRequiredService<ISnackbar>().ShownSnackbars.Single().Message);
    }

    [Fact]
    public async Task The_tab_remembers_the_command_until_its_answer_is_known()
    {
        await OpenAsync(CommandKind.Trip, Sample.Breaker("GOLD"));
        Choose(ReasonCode.Drill);
        Write(Reason);

        Confirm();

        _dialogs.WaitForAssertion(() => Assert.Single(JSInterop.Invocations["sessionStorage.removeItem"]));
        Assert.Equal(
            $"{_desk.Store.Asked.Single()} Trip GOLD", JSInterop.Invocations["sessionStorage.setItem"].Single().Arguments[1]);
    }

    [Fact]
    public async Task Twenty_clicks_before_and_after_the_answer_are_one_command()
    {
        var gate = new TaskCompletionSource();
        _desk.Store.Gate = gate.Task;
        await OpenAsync(CommandKind.Trip, Sample.Breaker("GOLD"));
        Choose(ReasonCode.Drill);
        Write(Reason);
        var button = _dialogs.Find("[data-testid=confirm]");

        Task[] clicks = [.. Enumerable.Range(0, 20).Select(_ => button.ClickAsync(new()))];
        gate.SetResult();
        await Task.WhenAll(clicks);

        _dialogs.WaitForAssertion(() => Assert.Empty(_dialogs.FindAll("[data-testid=confirm]")));
        Assert.Single(_desk.Store.Asked);
        Assert.Single(_desk.Store.Commands);
    }

    [Fact]
    public async Task After_a_refusal_the_button_rests_for_a_second()
    {
        var open = Sample.Breaker("GOLD", BreakerState.Open, 2);
        Store(open);
        await OpenAsync(CommandKind.Reset, open);
        Choose(ReasonCode.Resolved);
        Write(Reason);

        Confirm();
        _dialogs.WaitForAssertion(() => Assert.StartsWith("The cool-down lasts until", Problem(), StringComparison.Ordinal));
        Assert.True(_dialogs.Find("[data-testid=confirm]").HasAttribute("disabled"));
        _desk.Clock.Advance(TimeSpan.FromSeconds(1));

        _dialogs.WaitForAssertion(() => Assert.False(_dialogs.Find("[data-testid=confirm]").HasAttribute("disabled")));
        Assert.Single(_desk.Store.Asked);
    }

    [Theory]
    [InlineData(CommandKind.Trip, 1, "Next: an operator can reset it after 10 s.")]
    [InlineData(CommandKind.Trip, 2, "Next: an operator can ask for a reset after 10 s; a compliance officer, who is somebody else, approves it.")]
    [InlineData(CommandKind.Reset, 1, "Next: nobody. The rounds decide; anybody may watch them here.")]
    [InlineData(CommandKind.Reset, 2, "Next: a compliance officer approves or declines.")]
    [InlineData(CommandKind.Decline, 2, "Next: an operator, who may ask again.")]
    public async Task It_says_who_must_act_next(CommandKind kind, int approvals, string next)
    {
        _desk.Approvals = approvals;
        await OpenAsync(kind, Sample.Breaker("GOLD", BreakerState.Isolated, 2) with { ApprovalsRequired = approvals });

        Assert.Equal(next, _dialogs.Find("[data-testid=next]").TextContent);
    }

    [Fact]
    public async Task Cancelling_sends_nothing()
    {
        await OpenAsync(CommandKind.Trip, Sample.Breaker("GOLD"));

        _dialogs.Find("[data-testid=cancel]").Click();

        _dialogs.WaitForAssertion(() => Assert.Empty(_dialogs.FindAll("[data-testid=confirm]")));
        Assert.Empty(_desk.Store.Asked);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _desk.Dispose();
    }

    [Fact]
    public async Task Where_step_up_is_on_a_reset_asks_for_the_password_and_sends_nothing_without()
    {
        _desk.Options.StepUp = true;
        var open = Sample.Breaker("GOLD", BreakerState.Open, 2);
        Store(open);
        await OpenAsync(CommandKind.Reset, open);
        Choose(ReasonCode.Resolved);
        Write(Reason);

        Confirm();

        Assert.Single(_dialogs.FindAll("[data-testid=step-up-password]"));
        Assert.Equal("Enter your password again.", Fault());
        Assert.Empty(_desk.Store.Asked);
    }

    [Fact]
    public async Task Whoever_breaks_the_glass_says_why_nobody_can_approve()
    {
        var open = Sample.Breaker("GOLD", BreakerState.Open, 2) with { ApprovalsRequired = 2 };
        Store(open);
        _desk.Clock.Advance(TimeSpan.FromSeconds(11));
        await OpenAsync(CommandKind.BreakGlass, open);
        Choose(ReasonCode.MarketEvent);
        Write(Reason);

        Confirm();
        Assert.Equal("A reason has 10 to 500 characters; this one has 0.", Fault());
        Assert.Empty(_desk.Store.Asked);
        _dialogs.Find("[data-testid=justification-text]").Input("Nobody answers the telephone.");
        Confirm();

        // One person is enough by the rules of this desk; that it was asked, and with which words, is what counts here.
        _dialogs.WaitForAssertion(() => Assert.Equal("One person may reset here: there is no glass to break.", Problem()));
        var command = CommandEvidence.Parse(_desk.Store.Commands.Single().Evidence.Span).Command;
        Assert.Equal((CommandKind.BreakGlass, "Nobody answers the telephone."), (command.Kind, command.Justification));
    }

    // The clock goes on second by second; between two of them everything that waited on the page has run.
    private async Task UntilAsync(Func<bool> isSo)
    {
        for (int second = 0; second < 1000 && !isSo(); second++)
        {
            _desk.Clock.Advance(TimeSpan.FromSeconds(1));
            await _dialogs.InvokeAsync(() => { });
        }

        Assert.True(isSo());
    }

    private string Checking() => _dialogs.Find("[data-testid=command-checking]").TextContent.Trim();

    private Task OpenAsync(CommandKind kind, BreakerReport breaker) => _dialogs.InvokeAsync(
        () => BreakerCommandDialog.ShowAsync(Services.GetRequiredService<IDialogService>(), kind, breaker, Sample.Round(1)));

    private void Store(BreakerReport breaker)
    {
        _desk.Store.Hold(new BreakerRecord(breaker.Scope, breaker.State, breaker.Version, 0, Sample.Start, breaker.Last));
        _desk.Feed.Recover(
            [Sample.Round(1)],
            [.. _desk.Feed.Current.Breakers.Select(known => known.Scope == breaker.Scope ? breaker : known)]);
    }

    private void Choose(ReasonCode code) => _dialogs.Find("[data-testid=reason-code]").Change(code.ToString());

    private void Write(string reason) => _dialogs.Find("[data-testid=reason-text]").Input(reason);

    private void Confirm() => _dialogs.Find("[data-testid=confirm]").Click();

    private string Fault() => _dialogs.Find("[data-testid=reason-fault]").TextContent;

    private string Problem() => _dialogs.Find("[data-testid=command-problem]").TextContent;
}
