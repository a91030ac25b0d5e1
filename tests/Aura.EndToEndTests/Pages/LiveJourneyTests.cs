using System.Text;
using System.Text.RegularExpressions;
using Aura.EndToEndTests.Infrastructure;
using Aura.VendorStub;
using Microsoft.AspNetCore.SignalR.Client;
using static Microsoft.Playwright.Assertions;

namespace Aura.EndToEndTests.Pages;

/// <summary>Real HTTP to vendors that a stub plays: what a person sees when they fail, and what nobody may ever see.</summary>
public sealed partial class LiveJourneyTests(Chromium chromium)
{
    private static readonly Place Sources = new("sources", "/sources", "Sources");

    private static readonly (Behaviour Behaviour, string Outcome, string Quality)[] Failures =
    [
        (Behaviour.WrongUnit, "wrong-unit", "Degraded"),
        (Behaviour.Malformed, "malformed", "NoDecision"),
        (Behaviour.Unheard, "malformed", "NoDecision"),
        (Behaviour.Empty, "empty", "NoDecision"),
        (Behaviour.BadKey, "bad-key", "NoDecision"),
        (Behaviour.Entitlement, "entitlement", "NoDecision"),
        (Behaviour.UnknownSymbol, "unknown-symbol", "NoDecision"),
        (Behaviour.MarketClosed, "market-closed", "NoDecision"),
        (Behaviour.Zero, "implausible", "NoDecision"),
        (Behaviour.Old, "stale", "NoDecision"),
        (Behaviour.Ahead, "future-dated", "NoDecision"),
        (Behaviour.Endless, "oversize", "NoDecision"),
    ];

    // Soon after the first calls that reach nobody, the vendor is not asked any more.
    [GeneratedRegex("transport|suspended", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Unreachable();

    [Fact]
    public async Task Every_failure_of_the_vendors_has_its_class_on_the_page_and_keys_are_nowhere()
    {
        await using var live = await LiveDashboard.StartAsync();
        await using var people = chromium.Invite();
        var tab = await people.NewPageAsync();
        var heard = Overheard.By(tab);
        var desk = await Desk.SignInAsync(tab, live.Dashboard.Url, "compliance");
        await Expect(desk.ModeBadge).ToHaveTextAsync("Live");
        await tab.GotoAsync($"{live.Dashboard.Url}/sources");
        var source = tab.GetByTestId("source-gold-goldapi");
        await Expect(source).ToContainTextAsync("agreed");
        await Expect(desk.Quality("GOLD")).ToHaveTextAsync("Good");
        await Expect(tab.GetByTestId("vendor-GoldApi-breaker")).ToHaveTextAsync("asked");
        await Expect(tab.GetByTestId("vendor-GoldApi-next")).ToHaveTextAsync("now");
        await Expect(tab.GetByTestId("source-gold-goldapi-latency")).ToContainTextAsync("ms");
        await new Tour(desk).AssertCleanAsync(Sources, "sources, live");

        // Real TLS: one retry gets over a connection that shows a foreign certificate, nothing gets over all of them.
        live.Stub.Plays(Behaviour.FlappingTls);
        for (int round = 0; round < 3; round++)
        {
            await Expect(source).Not.ToHaveTextAsync(await source.TextContentAsync() ?? string.Empty);
            await Expect(source).ToContainTextAsync("agreed");
        }

        foreach (var (behaviour, outcome, quality) in Failures)
        {
            live.Stub.Plays(behaviour);
            await Expect(source).ToContainTextAsync(outcome);
            await Expect(desk.Quality("GOLD")).ToHaveTextAsync(quality);
        }

        await Expect(tab.GetByTestId("source-gold-goldapi-last")).ToContainTextAsync("3,300.10");

        // A vendor that keeps failing is left alone and said so on every page, and it comes back by itself.
        live.Stub.Plays(Behaviour.ForeignTls);
        await Expect(source).ToContainTextAsync(Unreachable());
        live.Stub.Plays(Behaviour.Unavailable);
        await Expect(source).ToContainTextAsync("suspended", new() { Timeout = 30_000 });
        await Expect(tab.GetByTestId("vendor-notice")).ToContainTextAsync("GoldApi");
        live.Stub.Plays(Behaviour.Quotes);
        await Expect(source).ToContainTextAsync("agreed", new() { Timeout = 30_000 });
        await Expect(tab.GetByTestId("vendor-notice")).ToHaveTextAsync(string.Empty);

        // The refusal that repeats the key comes last: its vendors rest for an hour.
        live.Stub.Plays(Behaviour.QuotaSpent);
        await Expect(source).ToContainTextAsync("quota-spent");
        await Expect(tab.GetByTestId("vendor-GoldApi-next")).ToContainTextAsync("in ");
        await AssertNowhereAsync(live, desk, heard);
    }

    private static async Task AssertNowhereAsync(LiveDashboard live, Desk desk, Overheard heard)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var rest = await RestClient.SignInAsync(live.Dashboard.Url, "auditor");
        await using var hub = new HubConnectionBuilder()
            .WithUrl($"{live.Dashboard.Url}/hubs/rounds", options => options.AccessTokenProvider =
                () => Task.FromResult<string?>(rest.Token))
            .Build();
        long last = (await rest.GetAsync("status")).GetProperty("round").GetProperty("number").GetInt64();
        var refused = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        hub.On<System.Text.Json.JsonElement>("RoundCompleted", round =>
        {
            heard.Add(round.GetRawText());
            if (round.GetProperty("number").GetInt64() >= last)
                refused.TrySetResult();
        });
        await hub.StartAsync(cancellation);
        await hub.InvokeAsync("Subscribe", 0L, cancellation);
        await refused.Task.WaitAsync(TimeSpan.FromSeconds(30), cancellation);
        foreach (string address in (string[])["/", "/sources", "/assets/GOLD", "/rounds", $"/rounds/{last}", "/breaker", "/settings"])
        {
            await desk.Page.GotoAsync(live.Dashboard.Url + address);
            await Expect(desk.LiveState).ToHaveTextAsync("LIVE");
            heard.Add(await desk.Page.ContentAsync());
        }

        foreach (string path in (string[])["status", "rounds", $"rounds/{last}", $"evidence/{last}", "ledger?limit=500"])
            heard.Add((await rest.GetAsync(path)).GetRawText());

        Assert.True(heard.Frames > 0);
        Assert.Contains(live.Stub.Asked, call => call.PathAndQuery.Contains(LiveDashboard.Canary, StringComparison.Ordinal));
        Assert.False(heard.Contains(LiveDashboard.Canary));
        Assert.DoesNotContain(LiveDashboard.Canary, live.Dashboard.Output, StringComparison.Ordinal);
        byte[] canary = Encoding.UTF8.GetBytes(LiveDashboard.Canary);
        foreach (string file in Directory.EnumerateFiles(live.Dashboard.Folder, "*", SearchOption.AllDirectories))
            Assert.True((await ReadAsync(file, cancellation)).AsSpan().IndexOf(canary) < 0, file);
    }

    // The database is still open, and its log may vanish meanwhile.
    private static async Task<byte[]> ReadAsync(string path, CancellationToken cancellation)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        await file.CopyToAsync(copy, cancellation);
        return copy.ToArray();
    }
}
