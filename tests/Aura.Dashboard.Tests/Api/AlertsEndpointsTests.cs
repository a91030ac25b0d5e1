using System.Net;
using System.Text.Json.Nodes;
using Aura.Engine.Rounds;

namespace Aura.Dashboard.Tests.Api;

/// <summary>Incidents from their beginning to their end, on a clock of the test's own.</summary>
public sealed class AlertsEndpointsTests : IAsyncLifetime
{
    private const string Comment = "I look at the desk's instruments.";
    private readonly RoundDriver _rounds = RoundDriver.Start();
    private ApiCaller _operator = null!;
    private ApiCaller _officer = null!;

    public async ValueTask InitializeAsync()
    {
        _operator = await ApiCaller.SignInAsync(_rounds.Host);
        _officer = await ApiCaller.SignInAsync(_rounds.Host, "compliance@aura.demo");
        await _rounds.RunAsync();
    }

    public ValueTask DisposeAsync()
    {
        _operator.Dispose();
        _officer.Dispose();
        _rounds.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_trip_is_an_incident_at_once_and_is_over_when_the_breaker_is_closed_again()
    {
        await _operator.TripAsync("GOLD", Command.Valid());

        var incident = Assert.Single(await IncidentsAsync());
        Assert.Equal(
            ("GOLD", "BreakerTripped", "Triggered"),
            ((string?)incident["scope"], (string?)incident["kind"], (string?)incident["status"]));

        _rounds.Clock.Advance(TimeSpan.FromSeconds(10));
        await _operator.ResetAsync("GOLD", Command.Valid(2));
        Assert.Single(await IncidentsAsync());
        await _rounds.RunAsync(3);
        Assert.Equal(("Closed", 4), await _operator.BreakerAsync("GOLD"));

        Assert.Empty(await IncidentsAsync());
        Assert.Equal(["Triggered", "Resolved"], await StepsAsync());
    }

    [Fact]
    public async Task An_acknowledgement_expires_after_fifteen_minutes_and_what_nobody_answers_is_escalated_after_five()
    {
        await _operator.TripAsync("GOLD", Command.Valid());
        var answered = await AcknowledgeAsync(_officer);
        Assert.Equal((HttpStatusCode.OK, "Acknowledged"), (answered.Status, (string?)answered.Body["incident"]!["status"]));
        Assert.Equal("Acknowledged", await StatusAsync());

        await PassAsync(TimeSpan.FromMinutes(14));
        await _rounds.RunAsync();
        Assert.Equal("Acknowledged", await StatusAsync());
        await PassAsync(TimeSpan.FromMinutes(1));
        Assert.Equal("Triggered", await StatusAsync());
        await _rounds.RunAsync();
        await PassAsync(TimeSpan.FromMinutes(5));
        Assert.Equal("Escalated", await StatusAsync());
        await _rounds.RunAsync();

        Assert.Equal(["Triggered", "Acknowledged", "AcknowledgementExpired", "Escalated"], await StepsAsync());
        await AcknowledgeAsync(_officer);
        Assert.Equal("Acknowledged", await StatusAsync());
        var ledger = await LedgerWalk.HoldsAsync(_rounds.Host);
        Assert.Equal(2, ledger.Commands.Count(command => command.Kind is CommandKind.Acknowledge));
    }

    [Fact]
    public async Task A_drill_is_started_answered_ended_and_kept_while_prices_go_on()
    {
        var started = await _operator.PostAsync("alerts/drills", new { commandId = Command.NextId(), scope = "GOLD", comment = "The drill of this month." });
        Assert.Equal((HttpStatusCode.OK, "Drill", "Triggered"), (started.Status, (string?)started.Body["incident"]!["kind"], (string?)started.Body["incident"]!["status"]));
        var second = await _officer.PostAsync("alerts/drills", new { commandId = Command.NextId(), scope = "GOLD", comment = "The drill of this month." });
        Assert.Equal((HttpStatusCode.Conflict, "request-pending"), (second.Status, second.Code));
        var report = await _rounds.RunAsync();
        Assert.All(report.Assets, asset => Assert.Null(asset.WithheldBecause));

        await AcknowledgeAsync(_officer);
        var ended = await _operator.PostAsync("alerts/1/end-drill", new { commandId = Command.NextId(), comment = "Answered within the minute." });
        Assert.Equal("Resolved", (string?)ended.Body["incident"]!["status"]);

        Assert.Equal(["Triggered", "Acknowledged", "Resolved"], await StepsAsync());
        Assert.NotNull((await _officer.ReadAsync("alerts"))["lastDrillAt"]);
        var faults = await _operator.PostAsync("alerts/drills", new { scope = "OIL" });
        Assert.Equal(["commandId", "comment", "scope"], faults.Fields.Order(StringComparer.Ordinal));
        await LedgerWalk.HoldsAsync(_rounds.Host);
    }

    [Theory]
    [InlineData("operator@aura.demo")]
    [InlineData("auditor@aura.demo")]
    [InlineData("admin@aura.demo")]
    public async Task Nobody_but_compliance_answers_an_incident_and_every_attempt_is_recorded(string email)
    {
        await _operator.TripAsync("GOLD", Command.Valid());
        using var caller = await ApiCaller.SignInAsync(_rounds.Host, email);

        Assert.Equal((HttpStatusCode.Forbidden, "forbidden"), Told(await AcknowledgeAsync(caller)));
        Assert.Equal(
            (HttpStatusCode.Forbidden, "forbidden"), Told(await SilenceAsync(caller, "HighDispersion", TimeSpan.FromHours(1))));

        Assert.Equal("Triggered", await StatusAsync());
        Assert.Equal(
            [CommandStatus.Refused, CommandStatus.Refused],
            (await LedgerWalk.HoldsAsync(_rounds.Host)).Answers.TakeLast(2).Select(answer => answer.Status));
    }

    [Fact]
    public async Task A_silence_needs_an_end_and_words_and_never_covers_a_breaker_that_tripped()
    {
        var silenced = await SilenceAsync(_officer, "HighDispersion", TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.OK, silenced.Status);
        Assert.Equal("GOLD", (string?)(await _officer.ReadAsync("alerts"))["silences"]!.AsArray().Single()!["scope"]);

        Assert.Equal(
            (HttpStatusCode.UnprocessableEntity, "not-silenceable"), Told(await SilenceAsync(_officer, "BreakerTripped", TimeSpan.FromHours(1))));
        Assert.Equal(
            (HttpStatusCode.UnprocessableEntity, "not-silenceable"), Told(await SilenceAsync(_officer, "HighDispersion", TimeSpan.FromHours(9))));
        var nothing = await _officer.PostAsync("alerts/silences", new { });
        Assert.Equal(["commandId", "comment", "kind", "scope", "until"], nothing.Fields.Order(StringComparer.Ordinal));

        string id = (string)silenced.Body["silence"]!["id"]!;
        Assert.Equal(HttpStatusCode.OK, (await EndAsync(id)).Status);
        Assert.Equal((HttpStatusCode.NotFound, "unknown-incident"), Told(await EndAsync(id)));
        Assert.Empty((await _officer.ReadAsync("alerts"))["silences"]!.AsArray());
    }

    [Fact]
    public async Task The_same_answer_sent_again_acts_once_and_an_incident_that_is_not_there_is_not_found()
    {
        Assert.Equal((HttpStatusCode.NotFound, "unknown-incident"), Told(await AcknowledgeAsync(_officer, 7)));
        await _operator.TripAsync("GOLD", Command.Valid());
        var body = new { commandId = Command.NextId(), comment = Comment };

        var first = await _officer.PostAsync("alerts/1/acknowledge", body);
        _rounds.Clock.Advance(TimeSpan.FromMinutes(1));
        var again = await _officer.PostAsync("alerts/1/acknowledge", body);

        Assert.Equal(first.Body.ToJsonString(), again.Body.ToJsonString());
        Assert.Equal(["Triggered", "Acknowledged"], await StepsAsync());
    }

    [Fact]
    public async Task A_restart_forgets_no_incident_and_no_answer()
    {
        await _operator.TripAsync("GOLD", Command.Valid());
        await AcknowledgeAsync(_officer);

        using var again = RoundDriver.Start(folder: _rounds.Host.Folder, clock: _rounds.Clock);
        using var reader = await ApiCaller.SignInAsync(again.Host, "auditor@aura.demo");

        Assert.Equal("Acknowledged", (string?)(await reader.ReadAsync("alerts"))["incidents"]!.AsArray().Single()!["status"]);
    }

    private static (HttpStatusCode Status, string? Code) Told(ApiAnswer answer) => (answer.Status, answer.Code);

    private static Task<ApiAnswer> AcknowledgeAsync(ApiCaller caller, int incident = 1) => caller.PostAsync(
        $"alerts/{incident}/acknowledge", new { commandId = Command.NextId(), comment = Comment });

    private Task<ApiAnswer> SilenceAsync(ApiCaller caller, string kind, TimeSpan span) => caller.PostAsync(
        "alerts/silences",
        new { commandId = Command.NextId(), scope = "GOLD", kind, until = _rounds.Clock.GetUtcNow() + span, comment = Comment });

    private Task<ApiAnswer> EndAsync(string id) => _officer.PostAsync(
        $"alerts/silences/{id}/end", new { commandId = Command.NextId(), comment = Comment });

    // No token lasts so long.
    private async Task PassAsync(TimeSpan span)
    {
        _rounds.Clock.Advance(span);
        _officer.Dispose();
        _officer = await ApiCaller.SignInAsync(_rounds.Host, "compliance@aura.demo");
    }

    // A clock that jumps misses slots, and that is an incident of its own.
    private async Task<JsonNode[]> IncidentsAsync() =>
    [
        .. (await _officer.ReadAsync("alerts"))["incidents"]!.AsArray().Select(incident => incident!)
            .Where(incident => (long)incident["number"]! == 1),
    ];

    private async Task<string?> StatusAsync() => (string?)(await IncidentsAsync()).Single()["status"];

    private async Task<string[]> StepsAsync() =>
    [
        .. (await _officer.ReadAsync("alerts/history")).AsArray().Last()!["moments"]!.AsArray()
            .Select(moment => (string)moment!["step"]!),
    ];
}
