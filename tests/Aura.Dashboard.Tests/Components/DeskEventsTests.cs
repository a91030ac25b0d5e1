using Aura.Dashboard.Components.Appearance;
using Aura.Dashboard.Components.Controls;
using Aura.Engine.Breaker;

namespace Aura.Dashboard.Tests.Components;

public sealed class DeskEventsTests
{
    [Fact]
    public void Every_change_between_two_rounds_is_told_once_newest_first()
    {
        var events = DeskEvents.Latest(
            [Sample.Round(1), Sample.Round(2), Sample.Round(3, Sample.UndecidedGold, Sample.CalmMsft), Sample.Round(4)], [], 20);

        Assert.Equal(
            ["GOLD tier: Elevated → Normal", "GOLD quality: NoDecision → Good: 3 of 3 sources agreed, from 3 vendors.", "Source gold-a: agreed again", "Source gold-b: agreed again",
             "GOLD tier: Normal → Elevated", "GOLD quality: Good → NoDecision: None of 2 sources agreed.", "Source gold-a: No answer in time.", "Source gold-b: No answer in time."],
            events.Select(told => $"{told.Kind}: {told.Words}"));
        Assert.Equal(("/rounds/4", "/rounds/3"), (events[0].Href, events[^1].Href));
    }

    [Fact]
    public void A_transition_is_told_once_whoever_reports_it_however_long_ago()
    {
        var open = Sample.Breaker("GOLD", BreakerState.Open, 2);
        var round = Sample.Round(900) with { Breakers = [open], Transitions = [open.Last!] };

        var told = Assert.Single(DeskEvents.Latest([round], [open], 5));

        Assert.Equal(("GOLD breaker", "Closed → Open: Extreme dispersion", Tone.Danger, "/breaker?scope=GOLD"), (told.Kind, told.Words, told.Tone, told.Href));
    }

    [Fact]
    public void Where_nothing_changed_there_is_nothing_to_tell() =>
        Assert.Empty(DeskEvents.Latest([Sample.Round(1), Sample.Round(2)], [], 5));
}
