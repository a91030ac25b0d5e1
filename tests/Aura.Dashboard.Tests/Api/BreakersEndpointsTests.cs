using System.Net;
using System.Net.Http.Json;
using Aura.Dashboard.Tests.Contracts;
using Aura.Engine.Breaker;
using Aura.Engine.Rounds;

namespace Aura.Dashboard.Tests.Api;

/// <summary>The shipped cool-down is 10 s; the clock stands still unless a test moves it.</summary>
public sealed class BreakersEndpointsTests : IAsyncLifetime
{
    private static readonly TimeSpan CoolDown = TimeSpan.FromSeconds(10);

    private readonly RoundDriver _rounds = RoundDriver.Start();
    private ApiCaller _caller = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _caller = await ApiCaller.SignInAsync(_rounds.Host);

    public ValueTask DisposeAsync()
    {
        _caller.Dispose();
        _rounds.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_trip_isolates_and_answers_with_the_transition()
    {
        var command = Command.Valid();

        var answer = await _caller.TripAsync("GOLD", command);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(command.CommandId, (string?)answer.Transition["commandId"]);
        Assert.Equal((await _rounds.Host.FindAsync(ApiCaller.Operator)).Id, (string?)answer.Transition["actor"]);
        Assert.Equal(("Isolated", 2), await _caller.BreakerAsync("GOLD"));
        Assert.Equal(("Closed", 1), await _caller.BreakerAsync("SYSTEM"));
        Assert.Equal(("Closed", 1), await _caller.BreakerAsync("MSFT"));
        Approved.Matches("breakers-trip", answer.Body);
        Approved.Matches("breakers", await _caller.ReadAsync("breakers"));
    }

    [Fact]
    public async Task The_same_command_again_gives_the_same_answer_once()
    {
        var command = Command.Valid();
        var first = await _caller.TripAsync("GOLD", command);
        _rounds.Clock.Advance(CoolDown);
        await _caller.ResetAsync("GOLD", Command.Valid(2));

        var again = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => _caller.TripAsync("GOLD", command)));

        Assert.All(again, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        Assert.All(again, answer => Assert.Equal(first.Body.ToJsonString(), answer.Body.ToJsonString()));
        Assert.Equal(("HalfOpen", 3), await _caller.BreakerAsync("GOLD"));
        Assert.Equal(2, (await LedgerWalk.HoldsAsync(_rounds.Host)).Decisions);
    }

    [Fact]
    public async Task A_repeat_is_recognised_before_version_and_cool_down_are_looked_at()
    {
        await _caller.TripAsync("GOLD", Command.Valid());
        _rounds.Clock.Advance(CoolDown);
        var reset = Command.Valid(2);
        var first = await _caller.ResetAsync("GOLD", reset);
        await _caller.TripAsync("GOLD", Command.Valid(3));

        var again = await _caller.ResetAsync("GOLD", reset);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.Status, again.Status));
        Assert.Equal(first.Body.ToJsonString(), again.Body.ToJsonString());
        Assert.Equal(("Isolated", 4), await _caller.BreakerAsync("GOLD"));
    }

    [Theory]
    [InlineData("Test", 10)]
    [InlineData("Drill", 500)]
    [InlineData("DataError", 11)]
    [InlineData("VendorFault", 11)]
    [InlineData("MarketEvent", 11)]
    [InlineData("Maintenance", 11)]
    [InlineData("Investigation", 11)]
    [InlineData("Resolved", 11)]
    [InlineData("Other", 11)]
    public async Task Every_reason_code_and_a_reason_of_10_to_500_characters_is_taken_down_as_given(string code, int length)
    {
        string reason = string.Concat(Enumerable.Repeat("reasons ", 63))[..length].TrimEnd().PadRight(length, '.');

        var answer = await _caller.TripAsync("GOLD", Command.Valid() with { ReasonCode = code, Reason = reason });

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal((code, reason), ((string?)answer.Transition["reasonCode"], (string?)answer.Transition["reason"]));
    }

    [Fact]
    public async Task Reads_stay_open_while_everything_is_halted_and_say_why()
    {
        await _caller.TripAsync("SYSTEM", Command.Valid() with { Reason = "A drill that halts everything." });
        await _rounds.RunAsync();

        var status = await _caller.ReadAsync("status");

        var system = status["breakers"]!.AsArray().Single(breaker => (string?)breaker!["scope"] is "SYSTEM")!;
        Assert.Equal(("Isolated", "ManualTrip"), ((string?)system["state"], (string?)system["cause"]));
        Assert.All(status["assets"]!.AsArray(), asset => Assert.NotNull((string?)asset!["price"]));
        foreach (string path in (string[])["rounds/1", "breakers", "ledger", "evidence/1", "assets/GOLD/history"])
            Assert.Equal(HttpStatusCode.OK, (await _caller.GetAsync(path)).Status);
    }

    [Fact]
    public async Task The_same_command_ten_times_at_once_is_executed_once()
    {
        var command = Command.Valid();

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => _caller.TripAsync("GOLD", command)));

        Assert.Single(answers.Select(answer => answer.Body.ToJsonString()).Distinct(StringComparer.Ordinal));
        Assert.Equal(1, (await LedgerWalk.HoldsAsync(_rounds.Host)).Decisions);
    }

    [Fact]
    public async Task A_refused_command_again_is_refused_again_with_what_remains_of_the_wait()
    {
        await _caller.TripAsync("GOLD", Command.Valid());
        var command = Command.Valid(2);
        await _caller.ResetAsync("GOLD", command);
        _rounds.Clock.Advance(TimeSpan.FromSeconds(4));

        var again = await _caller.ResetAsync("GOLD", command);

        Assert.Equal((HttpStatusCode.Conflict, "cooling-down"), (again.Status, again.Code));
        Assert.Equal(TimeSpan.FromSeconds(6), again.RetryAfter);
        Assert.Equal(2, (await LedgerWalk.HoldsAsync(_rounds.Host)).Decisions);
    }

    [Fact]
    public async Task A_known_id_with_another_body_is_refused_and_leaves_no_trace()
    {
        var command = Command.Valid();
        await _caller.TripAsync("GOLD", command);

        var otherReason = await _caller.TripAsync("GOLD", command with { Reason = "Another reason than before." });
        var otherScope = await _caller.TripAsync("MSFT", command);
        var otherVerb = await _caller.ResetAsync("GOLD", command);

        foreach (var answer in new[] { otherReason, otherScope, otherVerb })
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
            Assert.Contains($"'commandId' {command.CommandId}", answer.Detail, StringComparison.Ordinal);
        }

        Assert.Equal(1, (await LedgerWalk.HoldsAsync(_rounds.Host)).Decisions);
    }

    [Fact]
    public async Task Somebody_elses_command_id_is_another_body()
    {
        var command = Command.Valid();
        await _caller.TripAsync("GOLD", command);
        using var compliance = await ApiCaller.SignInAsync(_rounds.Host, "compliance@aura.demo");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await compliance.TripAsync("GOLD", command)).Status);
    }

    [Fact]
    public async Task A_reset_on_a_stale_version_conflicts_and_is_recorded()
    {
        await _caller.TripAsync("GOLD", Command.Valid());
        _rounds.Clock.Advance(CoolDown);

        var answer = await _caller.ResetAsync("GOLD", Command.Valid(1));

        Assert.Equal((HttpStatusCode.Conflict, "stale-version", null), (answer.Status, answer.Code, answer.RetryAfter));
        Assert.Equal(("Isolated", 2), await _caller.BreakerAsync("GOLD"));
        Assert.Equal(
            BreakerRefusal.StaleVersion, (await LedgerWalk.HoldsAsync(_rounds.Host)).Answers[^1].Refusal);
        Approved.Matches("breakers-conflict", answer.Body);
    }

    [Fact]
    public async Task A_trip_never_fails_on_its_version()
    {
        await _caller.TripAsync("GOLD", Command.Valid());
        _rounds.Clock.Advance(CoolDown);
        await _caller.ResetAsync("GOLD", Command.Valid(2));

        var answer = await _caller.TripAsync("GOLD", Command.Valid(expectedVersion: 1));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(("Isolated", 4), await _caller.BreakerAsync("GOLD"));
    }

    [Fact]
    public async Task A_closed_breaker_cannot_be_reset()
    {
        var answer = await _caller.ResetAsync("GOLD", Command.Valid());

        Assert.Equal((HttpStatusCode.Conflict, "wrong-state"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task A_reset_before_the_cool_down_ends_says_how_long_to_wait()
    {
        await _caller.TripAsync("GOLD", Command.Valid());
        _rounds.Clock.Advance(TimeSpan.FromSeconds(2.5));

        var early = await _caller.ResetAsync("GOLD", Command.Valid(2));
        _rounds.Clock.Advance(early.RetryAfter!.Value);
        var patient = await _caller.ResetAsync("GOLD", Command.Valid(2));

        Assert.Equal((HttpStatusCode.Conflict, "cooling-down"), (early.Status, early.Code));
        Assert.Equal(TimeSpan.FromSeconds(8), early.RetryAfter);
        Assert.Equal(HttpStatusCode.OK, patient.Status);
    }

    [Fact]
    public async Task A_trip_of_an_isolated_breaker_answers_with_the_existing_transition()
    {
        var first = await _caller.TripAsync("GOLD", Command.Valid());
        _rounds.Clock.Advance(TimeSpan.FromSeconds(1));

        var second = await _caller.TripAsync("GOLD", Command.Valid(2));

        Assert.Equal(HttpStatusCode.OK, second.Status);
        Assert.Equal(first.Body.ToJsonString(), second.Body.ToJsonString());
        Assert.Equal(("Isolated", 2), await _caller.BreakerAsync("GOLD"));
        Assert.Equal(CommandStatus.NoOp, (await LedgerWalk.HoldsAsync(_rounds.Host)).Answers[^1].Status);
    }

    [Fact]
    public async Task A_reset_breaker_closes_after_three_clean_rounds()
    {
        await _caller.TripAsync("GOLD", Command.Valid());
        _rounds.Clock.Advance(CoolDown);

        var reset = await _caller.ResetAsync("GOLD", Command.Valid(2));

        Assert.Equal(HttpStatusCode.OK, reset.Status);
        Assert.Equal(("HalfOpen", 3), await _caller.BreakerAsync("GOLD"));
        await _rounds.RunAsync(2);
        Assert.Equal(("HalfOpen", 3), await _caller.BreakerAsync("GOLD"));
        var third = await _rounds.RunAsync();
        Assert.Equal(("Closed", 4), await _caller.BreakerAsync("GOLD"));
        var closed = Assert.Single(third.Transitions);
        Assert.Equal((BreakerCause.CleanRounds, false), (closed.Cause, closed.IsManual));
    }

    [Theory]
    [InlineData("compliance@aura.demo")]
    [InlineData("auditor@aura.demo")]
    [InlineData("admin@aura.demo")]
    public async Task Whoever_is_no_operator_is_refused_and_recorded(string email)
    {
        using var other = await ApiCaller.SignInAsync(_rounds.Host, email);

        var trip = await other.TripAsync("GOLD", Command.Valid());
        var reset = await other.ResetAsync("GOLD", Command.Valid());

        Assert.Equal((HttpStatusCode.Forbidden, "forbidden"), (trip.Status, trip.Code));
        Assert.Equal((HttpStatusCode.Forbidden, "forbidden"), (reset.Status, reset.Code));
        Assert.Equal(("Closed", 1), await _caller.BreakerAsync("GOLD"));
        var walk = await LedgerWalk.HoldsAsync(_rounds.Host);
        Assert.Equal(
            [BreakerRefusal.Forbidden, BreakerRefusal.Forbidden], walk.Answers.Select(answer => answer.Refusal));
    }

    [Fact]
    public async Task A_cookie_cannot_trip()
    {
        using var client = _rounds.Host.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/breakers/GOLD/trip")
        {
            Content = JsonContent.Create(Command.Valid()),
        };
        request.Headers.Add("Cookie", await _rounds.Host.CookieAsync(ApiCaller.Operator));

        var answer = await ApiAnswer.ReadAsync(await client.SendAsync(request, Cancelled));

        Assert.Equal((HttpStatusCode.Unauthorized, "application/problem+json"), (answer.Status, answer.MediaType));
        Assert.Equal(0, (await LedgerWalk.HoldsAsync(_rounds.Host)).Decisions);
    }

    [Fact]
    public async Task Of_fifty_resets_at_once_exactly_one_is_executed_and_every_refusal_is_accounted_for()
    {
        await _caller.TripAsync("GOLD", Command.Valid());
        _rounds.Clock.Advance(CoolDown);

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(_ => _caller.ResetAsync("GOLD", Command.Valid(2))));

        Assert.Single(answers, answer => answer.Status is HttpStatusCode.OK);
        Assert.Equal(49, answers.Count(answer => answer is { Status: HttpStatusCode.Conflict, Code: "stale-version" }));
        Assert.Equal(("HalfOpen", 3), await _caller.BreakerAsync("GOLD"));

        // Ten refusals have entries of their own; the others are one sum, a minute later.
        _rounds.Clock.Advance(TimeSpan.FromMinutes(1));
        await _rounds.RunAsync();
        var walk = await LedgerWalk.HoldsAsync(_rounds.Host);
        Assert.Equal(10, walk.Answers.Count(answer => answer.Status is CommandStatus.Refused));
        Assert.Equal(39, Assert.Single(walk.Notices.OfType<Notice.RefusalsSummarised>()).Count);
    }

    [Fact]
    public async Task One_command_a_hundred_times_is_one_transition()
    {
        var command = Command.Valid();

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => _caller.TripAsync("MSFT", command)));

        Assert.Single(answers.Select(answer => answer.Body.ToJsonString()).Distinct(StringComparer.Ordinal));
        Assert.Equal(("Isolated", 2), await _caller.BreakerAsync("MSFT"));
        Assert.Single((await LedgerWalk.HoldsAsync(_rounds.Host)).Answers);
    }

    [Fact]
    public async Task Commands_between_rounds_and_rounds_between_commands_make_one_chain()
    {
        var rounds = _rounds.RunAsync(8);
        var trips = Enumerable.Range(0, 12).Select(_ => _caller.TripAsync("MSFT", Command.Valid()));

        var answers = await Task.WhenAll(trips);
        await rounds;

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        var walk = await LedgerWalk.HoldsAsync(_rounds.Host);
        Assert.Equal((8, 20), (walk.Rounds, walk.Decisions));
    }
}
