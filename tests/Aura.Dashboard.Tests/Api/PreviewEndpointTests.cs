using System.Net;
using Aura.Dashboard.Tests.Contracts;
using Aura.Engine.Canon;
using Aura.Engine.Rounds;

namespace Aura.Dashboard.Tests.Api;

/// <summary>What will happen is said by the server, before it happens, and what was said can be proved afterwards.</summary>
public sealed class PreviewEndpointTests : IAsyncLifetime
{
    private readonly RoundDriver _rounds = RoundDriver.Start();
    private ApiCaller _operator = null!;

    public async ValueTask InitializeAsync()
    {
        _operator = await ApiCaller.SignInAsync(_rounds.Host);
        await _rounds.RunAsync(2);
    }

    public ValueTask DisposeAsync()
    {
        _operator.Dispose();
        _rounds.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task It_says_what_a_trip_will_do_and_changes_nothing()
    {
        var preview = await _operator.ReadAsync("breakers/SYSTEM/preview?command=trip");

        Assert.Contains("These prices stop going out at once: GOLD, MSFT.", LinesOf(preview));
        Assert.Equal(("Closed", 1), await _operator.BreakerAsync("SYSTEM"));
        Approved.Matches("breakers-preview", preview);
    }

    [Fact]
    public async Task A_trip_records_what_was_shown_and_is_not_refused_for_it()
    {
        string shown = await PreviewAsync("GOLD", "trip");
        await _rounds.RunAsync();

        var first = await _operator.TripAsync("GOLD", Command.Valid() with { Preview = shown });
        var second = await _operator.TripAsync("MSFT", Command.Valid() with { Preview = new string('0', 64) });

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.Status, second.Status));
        var commands = (await LedgerWalk.HoldsAsync(_rounds.Host)).Commands;
        Assert.Equal([Digest.Parse(shown), default(Digest)], commands.Select(command => command.Preview));
        Assert.All(commands, command => Assert.Null(command.Objection));
    }

    [Fact]
    public async Task A_reset_stands_by_its_preview_while_only_rounds_pass()
    {
        await _operator.TripAsync("GOLD", Command.Valid());
        await _rounds.RunAsync(3);
        string shown = await PreviewAsync("GOLD", "reset");
        await _rounds.RunAsync(2);

        var answer = await _operator.ResetAsync("GOLD", Command.Valid(2) with { Preview = shown });

        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    [Fact]
    public async Task A_reset_whose_preview_no_longer_holds_conflicts_and_is_recorded()
    {
        await _operator.TripAsync("GOLD", Command.Valid());
        await _rounds.RunAsync(3);
        string shown = await PreviewAsync("GOLD", "reset");
        await _operator.TripAsync("SYSTEM", Command.Valid());
        var command = Command.Valid(2) with { Preview = shown };

        var answer = await _operator.ResetAsync("GOLD", command);
        var again = await _operator.ResetAsync("GOLD", command);
        var anew = await _operator.ResetAsync("GOLD", Command.Valid(2) with { Preview = await PreviewAsync("GOLD", "reset") });

        Assert.Equal((HttpStatusCode.Conflict, "stale-preview"), (answer.Status, answer.Code));
        Assert.Equal((answer.Status, answer.Detail), (again.Status, again.Detail));
        Assert.Equal(HttpStatusCode.OK, anew.Status);
        var walk = await LedgerWalk.HoldsAsync(_rounds.Host);
        Assert.Equal([null, null, CommandObjection.StalePreview, null], walk.Commands.Select(recorded => recorded.Objection));
        Assert.Equal(CommandStatus.Refused, walk.Answers[^2].Status);
    }

    [Theory]
    [InlineData("breakers/SILVER/preview?command=trip", HttpStatusCode.NotFound, "There is no breaker 'SILVER'.")]
    [InlineData("breakers/GOLD/preview", HttpStatusCode.BadRequest, "'command' is '': accepted are trip, reset,")]
    [InlineData("breakers/GOLD/preview?command=Trip", HttpStatusCode.BadRequest, "'command' is 'Trip': accepted are trip, reset,")]
    public async Task What_cannot_be_previewed_says_what_can(string path, HttpStatusCode status, string expected)
    {
        var answer = await _operator.GetAsync(path);

        Assert.Equal(status, answer.Status);
        Assert.Contains(expected, WebUtility.HtmlDecode(answer.Body.ToString().Replace("\\u0027", "'", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_digest_that_is_none_is_named()
    {
        var answer = await _operator.TripAsync("GOLD", Command.Valid() with { Preview = "latest" });

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "preview"), (answer.Status, Assert.Single(answer.Fields)));
    }

    private static IEnumerable<string> LinesOf(System.Text.Json.Nodes.JsonNode preview) =>
        preview["lines"]!.AsArray().Select(line => (string)line!);

    private async Task<string> PreviewAsync(string scope, string command) =>
        (string)(await _operator.ReadAsync($"breakers/{scope}/preview?command={command}"))["preview"]!;
}
