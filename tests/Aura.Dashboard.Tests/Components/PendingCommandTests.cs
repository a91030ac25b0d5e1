using Aura.Dashboard.Components.Dialogs;
using Aura.Dashboard.Components.Layout;
using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Rounds;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace Aura.Dashboard.Tests.Components;

/// <summary>A page that opens after a lost connection settles what the tab still waits for.</summary>
public sealed class PendingCommandTests : BunitContext
{
    private static readonly Guid Id = new(9, 2, 3, [4, 5, 6, 7, 8, 9, 10, 11]);
    private readonly TestDesk _desk;

    public PendingCommandTests() => _desk = new TestDesk(this);

    [Fact]
    public void Without_a_command_nothing_is_said_or_asked()
    {
        var notice = Render<PendingCommandNotice>();

        Assert.Empty(notice.Find("[data-testid=pending-command]").TextContent.Trim());
        Assert.Equal(0, _desk.Store.Readings);
    }

    [Fact]
    public async Task A_command_that_was_carried_out_is_done()
    {
        await Services.GetRequiredService<RiskEngine>().SubmitAsync(
            new OperatorCommand(
                Id, CommandKind.Trip, Scope.Parse("GOLD"), 1, ReasonCode.Drill, "a drill of the desk",
                new CommandActor(TestDesk.OperatorId, [ActorRole.Operator])),
            CancellationToken.None);
        Remember($"{Id} Trip GOLD");

        var notice = Render<PendingCommandNotice>();

        notice.WaitForAssertion(() => Assert.Contains(
            "Trip of GOLD: done. It is Isolated (version 2).", notice.Markup, StringComparison.Ordinal));
        Assert.Single(JSInterop.Invocations["sessionStorage.removeItem"]);
    }

    [Fact]
    public async Task A_command_that_never_arrived_is_unknown_first_and_then_not_done()
    {
        Remember($"{Id} Trip GOLD");

        var notice = Render<PendingCommandNotice>();
        notice.WaitForAssertion(() => Assert.Contains("Trip of GOLD: unknown, checking …", notice.Markup, StringComparison.Ordinal));
        for (int second = 0; second < 100 && _desk.Store.Readings < 15; second++)
        {
            _desk.Clock.Advance(TimeSpan.FromSeconds(1));
            await notice.InvokeAsync(() => { });
        }

        _desk.Clock.Advance(TimeSpan.FromSeconds(1));
        notice.WaitForAssertion(() => Assert.Contains(
            "Trip of GOLD: not done. Nothing was recorded, and nobody is carrying it out.", notice.Markup, StringComparison.Ordinal));
        Assert.Empty(_desk.Store.Asked);
        notice.Find("[data-testid=pending-command-close]").Click();
        Assert.Empty(notice.Find("[data-testid=pending-command]").TextContent.Trim());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("7 Trip GOLD")]
    [InlineData("09000000-0002-0003-0405-060708090a0b Explode GOLD")]
    [InlineData("09000000-0002-0003-0405-060708090a0b Trip <b>")]
    public void What_the_browser_made_up_is_no_command(string? text) => Assert.Null(PendingCommand.Parse(text));

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _desk.Dispose();
    }

    private void Remember(string text) => JSInterop.Setup<string?>("sessionStorage.getItem", _ => true).SetResult(text);
}
