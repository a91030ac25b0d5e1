using Aura.Dashboard.Components.Layout;
using Aura.Dashboard.Components.Pages;
using Aura.Engine.Breaker;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace Aura.Dashboard.Tests.Components;

/// <summary>What stands on every page: what is halted, and that the pages are held still.</summary>
public sealed class NoticeTests : BunitContext
{
    private readonly TestDesk _desk;

    public NoticeTests() => _desk = new TestDesk(this);

    [Fact]
    public void While_nothing_is_halted_the_alert_region_is_there_and_empty() =>
        Assert.Empty(Render<HaltNotice>().Find("[role=alert]").TextContent.Trim());

    [Fact]
    public async Task A_trip_is_said_once_and_ordinary_rounds_draw_nothing_again()
    {
        var notice = Render<HaltNotice>();
        var isolated = Sample.Breaker("GOLD", BreakerState.Isolated, 2);
        await _desk.Feed.BreakerChangedAsync(isolated.Last!, isolated, CancellationToken.None);
        _desk.Clock.Advance(TimeSpan.FromMilliseconds(200));
        notice.WaitForAssertion(() => Assert.Contains(
            "GOLD Isolated: Tripped by a person.", notice.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        int drawn = notice.RenderCount;

        for (long round = 1; round <= 3; round++)
        {
            await _desk.PublishAsync(Sample.Round(round) with { Breakers = [Sample.Breaker("SYSTEM"), isolated, Sample.Breaker("MSFT")] });
            _desk.Clock.Advance(TimeSpan.FromMilliseconds(200));
        }

        Assert.Equal(drawn, notice.RenderCount);
    }

    [Fact]
    public async Task A_pause_stands_there_with_its_beginning_and_the_rounds_that_wait()
    {
        var notice = Render<PauseNotice>();
        Assert.Empty(notice.Markup);

        await notice.InvokeAsync(Services.GetRequiredService<LivePause>().Toggle);
        await _desk.PublishAsync(Sample.Round(5));
        _desk.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Contains("2026-01-02 15:00:00 UTC", notice.Find("[data-testid=pause-notice]").TextContent, StringComparison.Ordinal);
        notice.WaitForAssertion(() => Assert.Equal("Rounds waiting: 5", notice.Find("[data-testid=pause-held]").TextContent));
        notice.Find("button").Click();
        // A tick of the second may be drawing just then, and the click waits for it.
        notice.WaitForAssertion(() => Assert.Empty(notice.Markup));
    }

    [Fact]
    public void The_switch_says_what_it_will_do()
    {
        var button = Render<PauseSwitch>().Find("button");
        Assert.Equal(("Pause live updates", "p"), (button.GetAttribute("aria-label"), button.GetAttribute("data-shortcut")));
    }
}
