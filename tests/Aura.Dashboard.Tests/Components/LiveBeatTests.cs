using Aura.Dashboard.Components.Layout;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Microsoft.JSInterop;

namespace Aura.Dashboard.Tests.Components;

public sealed class LiveBeatTests : BunitContext
{
    private readonly FakeTimeProvider _clock = new();
    private long _round = 7;

    public LiveBeatTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton<TimeProvider>(_clock);
        Services.AddSingleton(new LayoutStatus("Simulated", "calm", () => _round));
    }

    [Fact]
    public void The_page_starts_as_not_live()
    {
        var beat = Render<LiveBeat>();

        Assert.Equal("NOT LIVE", beat.Find("[data-testid=live-state]").TextContent);
    }

    [Fact]
    public void It_beats_at_once_and_then_every_second_with_the_latest_round()
    {
        var beat = Render<LiveBeat>();
        beat.WaitForAssertion(() => Assert.Equal([7L], Rounds()));

        _round = 8;
        _clock.Advance(TimeSpan.FromSeconds(1));

        beat.WaitForAssertion(() => Assert.Equal([7L, 8L], Rounds()));
    }

    [Fact]
    public void A_beat_that_nobody_answers_does_not_stop_the_heart()
    {
        JSInterop.SetupVoid("aura.beat", 7L).SetException(new TaskCanceledException());
        var beat = Render<LiveBeat>();

        _round = 8;
        _clock.Advance(TimeSpan.FromSeconds(1));

        beat.WaitForAssertion(() => Assert.Equal([7L, 8L], Rounds()));
    }

    [Fact]
    public async Task It_stops_when_the_page_is_left()
    {
        var beat = Render<LiveBeat>();
        beat.WaitForAssertion(() => Assert.Single(Rounds()));

        await DisposeComponentsAsync();
        _clock.Advance(TimeSpan.FromSeconds(3));

        Assert.Single(Rounds());
    }

    [Fact]
    public async Task A_browser_that_is_gone_for_good_ends_the_beats_quietly()
    {
        JSInterop.SetupVoid("aura.beat", 7L).SetException(new JSDisconnectedException("gone"));
        Render<LiveBeat>();

        await DisposeComponentsAsync();

        Assert.Single(Rounds());
    }

    private long[] Rounds() => [.. JSInterop.Invocations["aura.beat"].Select(call => (long)call.Arguments[0]!)];
}
