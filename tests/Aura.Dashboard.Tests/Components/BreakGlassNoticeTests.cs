using Aura.Dashboard.Components.Layout;
using Aura.Dashboard.Identity;
using Aura.Engine.Breaker;
using Aura.Engine.Publishing;
using Aura.Engine.Rounds;
using Bunit;
using MudBlazor;

namespace Aura.Dashboard.Tests.Components;

/// <summary>A reset by one person alone is said on every page until somebody else has looked.</summary>
public sealed class BreakGlassNoticeTests : BunitContext
{
    private readonly TestDesk _desk;

    public BreakGlassNoticeTests() => _desk = new TestDesk(this, AuraRoles.Compliance);

    [Fact]
    public async Task A_compliance_officer_reviews_it_from_any_page_with_words_of_their_own()
    {
        var broken = Broken();
        _desk.Store.Hold(new BreakerRecord(broken.Scope, broken.State, broken.Version, 0, Sample.Start, broken.Last)
        {
            Unreviewed = broken.Unreviewed,
        });
        await _desk.Feed.BreakerChangedAsync(broken.Last!, broken, CancellationToken.None);
        Render<MudPopoverProvider>();
        var dialogs = Render<MudDialogProvider>();
        var notice = Render<BreakGlassNotice>();

        notice.Find("[data-testid=breaker-GOLD-review]").Click();
        dialogs.WaitForAssertion(() => Assert.Contains(
            "Nobody answers.", dialogs.Find("[data-testid=broken-glass]").TextContent, StringComparison.Ordinal));
        dialogs.Find("[data-testid=reason-code]").Change(nameof(ReasonCode.Resolved));
        dialogs.Find("[data-testid=reason-text]").Input("Telephone logs agree with it.");
        dialogs.Find("[data-testid=confirm]").Click();

        dialogs.WaitForAssertion(() => Assert.Empty(dialogs.FindAll("[data-testid=confirm]")));
        var command = CommandEvidence.Parse(_desk.Store.Commands.Single().Evidence.Span).Command;
        Assert.Equal(
            (CommandKind.Review, broken.Unreviewed!.Value[0].Command.CommandId, "Telephone logs agree with it."),
            (command.Kind, command.RequestId, command.Reason));
        Assert.All(_desk.Feed.Current.Breakers, breaker => Assert.Null(breaker.Unreviewed));
    }

    [Fact]
    public async Task It_comes_with_the_reset_stays_through_rounds_and_goes_with_the_review()
    {
        var notice = Render<BreakGlassNotice>();
        Assert.Empty(notice.Find("[role=alert]").TextContent.Trim());
        var broken = Broken();

        await _desk.Feed.BreakerChangedAsync(broken.Last!, broken, CancellationToken.None);
        await _desk.PublishAsync(Sample.Round(1) with { Breakers = [Sample.Breaker("SYSTEM"), broken, Sample.Breaker("MSFT")] });
        _desk.Clock.Advance(TimeSpan.FromMilliseconds(200));
        notice.WaitForAssertion(() => Assert.Contains(
            "GOLD was reset by one person alone.", notice.Find("[role=alert]").TextContent, StringComparison.Ordinal));

        await _desk.Feed.RequestChangedAsync(broken with { Unreviewed = null }, CancellationToken.None);
        _desk.Clock.Advance(TimeSpan.FromMilliseconds(200));
        notice.WaitForAssertion(() => Assert.Empty(notice.Find("[role=alert]").TextContent.Trim()));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _desk.Dispose();
    }

    private static BreakerReport Broken()
    {
        var halfOpen = Sample.Breaker("GOLD", BreakerState.HalfOpen, 3);
        return halfOpen with { Unreviewed = [new BreakGlassReset(halfOpen.Last!.Command! with { ActorId = "8a1d" }, "Nobody answers.", Sample.Start)] };
    }
}
