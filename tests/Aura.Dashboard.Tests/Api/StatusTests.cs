using System.Net;
using System.Text.Json.Nodes;
using Aura.Dashboard.Tests.Contracts;

namespace Aura.Dashboard.Tests.Api;

public sealed class StatusTests : IDisposable
{
    private readonly RoundDriver _rounds = RoundDriver.Start();

    public void Dispose() => _rounds.Dispose();

    [Fact]
    public async Task Before_the_first_round_everything_configured_is_listed_and_nothing_is_known()
    {
        using var caller = await ApiCaller.SignInAsync(_rounds.Host);

        var status = await caller.ReadAsync("status");

        Assert.Equal("""{"number":0,"slot":null,"completedAt":null,"ageSeconds":null}""", status["round"]!.ToJsonString());
        Assert.Null(status["systemScore"]);
        Assert.Equal("GOLD MSFT", Words(status["assets"]!, "symbol"));
        Assert.Equal(
            "gold-av-gld gold-av-xau gold-goldapi gold-twelvedata", Words(status["assets"]![0]!["sources"]!, "id"));
        Assert.Equal("msft-av msft-av-intraday msft-finnhub msft-twelvedata", Words(status["assets"]![1]!["sources"]!, "id"));
        Assert.Equal("SYSTEM GOLD MSFT", Words(status["breakers"]!, "scope"));
        Assert.Equal("Closed Closed Closed", Words(status["breakers"]!, "state"));
        Approved.Matches("status-before-the-first-round", status);
    }

    [Fact]
    public async Task After_a_round_the_status_says_what_the_round_decided()
    {
        using var caller = await ApiCaller.SignInAsync(_rounds.Host);
        var report = await _rounds.RunAsync();
        _rounds.Clock.Advance(TimeSpan.FromSeconds(2));

        var status = await caller.ReadAsync("status");

        Assert.Equal(1, (long)status["round"]!["number"]!);
        Assert.InRange((double)status["round"]!["ageSeconds"]!, 1.7, 2.0);
        Assert.Equal(report.Configuration.Hex, (string?)status["configurationDigest"]);
        Assert.Equal((4, 1, 3), ((int)status["don"]!["nodes"]!, (int)status["don"]!["f"]!, (int)status["don"]!["votesNeeded"]!));
        var gold = status["assets"]![0]!;
        Assert.Equal(Engine.Canon.DecimalText.Of(report.Asset("GOLD").Price!.Value), (string?)gold["price"]);
        Assert.Equal((string?)gold["price"], (string?)gold["lastPrice"]!["value"]);
        Assert.Equal("Good", (string?)gold["quality"]);
        Approved.Matches("status", status);
    }

    [Fact]
    public async Task After_other_settings_the_status_lists_what_is_configured_now()
    {
        await _rounds.RunAsync(2);
        using var csv = Sources.Replay.ReplayCsv.ThreeDays();
        using var changed = RoundDriver.Start(csv.Plays, _rounds.Host.Folder, _rounds.Clock);
        using var caller = await ApiCaller.SignInAsync(changed.Host);

        var status = await caller.ReadAsync("status");

        Assert.Equal("Replay", (string?)status["mode"]);
        Assert.Null(status["scenario"]);
        Assert.Equal(2, (long)status["round"]!["number"]!);
        Assert.Equal("gold-av-gld gold-av-xau", Words(status["assets"]![0]!["sources"]!, "id"));
        Assert.Null(status["assets"]![0]!["price"]);
    }

    [Fact]
    public async Task A_cookie_reads_and_a_stranger_does_not()
    {
        using var client = _rounds.Host.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/status");
        request.Headers.Add("Cookie", await _rounds.Host.CookieAsync("auditor@aura.demo"));

        var signedIn = await ApiAnswer.ReadAsync(
            await client.SendAsync(request, TestContext.Current.CancellationToken));
        var stranger = await ApiAnswer.ReadAsync(await client.GetAsync(
            new Uri("/api/v1/status", UriKind.Relative), TestContext.Current.CancellationToken));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (signedIn.Status, stranger.Status));
    }

    private static string Words(JsonNode list, string member) =>
        string.Join(' ', list.AsArray().Select(item => (string?)item![member]));
}
