using Aura.Dashboard.Components.Pages;
using Aura.Dashboard.Publishing.Live;
using Aura.Engine.Breaker;
using Aura.Engine.Rounds;
using Bunit;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Aura.Dashboard.Tests.Components;

public sealed class LivePageTests : BunitContext
{
    private readonly FakeTimeProvider _clock = new(Sample.Start);
    private readonly RoundFeed _feed = new(new RulesInForce(Sample.Rules), TimeProvider.System);

    public LivePageTests()
    {
        Services.AddSingleton<TimeProvider>(_clock);
        Services.AddSingleton(_feed);
        Services.AddScoped<LivePause>();
    }

    [Fact]
    public async Task It_loads_is_empty_then_ready()
    {
        var page = Render<Latest>();
        Assert.Equal("Loading", page.Markup);

        _feed.Recover([], [Sample.Breaker("SYSTEM")]);
        page.WaitForAssertion(() => Assert.Equal("Empty 0", page.Markup));

        await PublishAsync(1);
        _clock.Advance(TimeSpan.FromMilliseconds(200));
        page.WaitForAssertion(() => Assert.Equal("Ready 1", page.Markup));
    }

    [Fact]
    public async Task Many_changes_in_one_moment_are_drawn_once_with_the_newest()
    {
        _feed.Recover([], [Sample.Breaker("SYSTEM")]);
        var page = Render<Latest>();
        int drawn = page.RenderCount;
        for (long number = 1; number <= 9; number++)
            await PublishAsync(number);

        _clock.Advance(TimeSpan.FromMilliseconds(200));

        page.WaitForAssertion(() => Assert.Equal("Ready 9", page.Markup));
        Assert.Equal(drawn + 1, page.RenderCount);
    }

    [Fact]
    public async Task Leaving_the_page_ends_its_subscription_before_it_is_gone()
    {
        _feed.Recover([], [Sample.Breaker("SYSTEM")]);
        Render<Latest>();
        Assert.Equal(1, _feed.Watchers);

        await DisposeComponentsAsync();

        Assert.Equal(0, _feed.Watchers);
    }

    [Fact]
    public async Task A_page_that_cannot_read_a_round_says_so_lets_go_and_follows_again_on_demand()
    {
        _feed.Recover([], [Sample.Breaker("SYSTEM")]);
        var page = Render<Latest>();
        page.Instance.Broken = true;
        await PublishAsync(1);

        _clock.Advance(TimeSpan.FromMilliseconds(200));

        page.WaitForAssertion(() => Assert.Equal("Failed 0", page.Markup));
        Assert.Equal(0, _feed.Watchers);
        page.Instance.Broken = false;
        await page.InvokeAsync(page.Instance.Again);
        page.WaitForAssertion(() => Assert.Equal("Ready 1", page.Markup));
    }

    [Fact]
    public async Task A_paused_page_holds_rounds_and_shows_breakers_and_goes_on_with_the_newest()
    {
        _feed.Recover([], [Sample.Breaker("SYSTEM")]);
        var page = Render<Latest>();
        var pause = Services.GetRequiredService<LivePause>();
        await PublishAsync(1);
        _clock.Advance(TimeSpan.FromMilliseconds(200));
        page.WaitForAssertion(() => Assert.Equal("Ready 1", page.Markup));

        await page.InvokeAsync(pause.Toggle);
        await PublishAsync(2);
        var isolated = Sample.Breaker("SYSTEM", BreakerState.Isolated, 2);
        await _feed.BreakerChangedAsync(isolated.Last!, isolated, CancellationToken.None);
        _clock.Advance(TimeSpan.FromMilliseconds(200));

        page.WaitForAssertion(() => Assert.Equal(BreakerState.Isolated, page.Instance.System));
        Assert.Equal("Ready 1", page.Markup);
        Assert.Equal((Sample.Start + TimeSpan.FromMilliseconds(200), 1), (pause.Since, pause.Held));

        await page.InvokeAsync(pause.Toggle);
        page.WaitForAssertion(() => Assert.Equal("Ready 2", page.Markup));
    }

    private ValueTask PublishAsync(long number) =>
        _feed.RoundCompletedAsync(Sample.Round(number), CancellationToken.None);

    /// <summary>The number of the latest round as a page.</summary>
    public sealed class Latest : LivePage<string>
    {
        public bool Broken { get; set; }

        public BreakerState? System { get; private set; }

        public void Again() => Retry();

        private protected override string Read(LiveSnapshot snapshot)
        {
            System = snapshot.Breakers[0].State;
            return Broken ? throw new FormatException("unreadable") : $"{snapshot.Latest?.Round.Value ?? 0}";
        }

        private protected override bool IsEmpty(string view) => view is "0";

        protected override void BuildRenderTree(RenderTreeBuilder builder) =>
            builder.AddContent(0, View is null ? $"{State}" : $"{State} {View}");
    }
}
