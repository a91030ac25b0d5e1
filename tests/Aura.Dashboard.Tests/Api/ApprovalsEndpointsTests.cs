using System.Net;
using Aura.Dashboard.Tests.Contracts;
using Aura.Engine.Rounds;

namespace Aura.Dashboard.Tests.Api;

/// <summary>Resets with two people over HTTP.</summary>
public sealed class ApprovalsEndpointsTests : IAsyncLifetime
{
    private static readonly TimeSpan CoolDown = TimeSpan.FromSeconds(10);

    private readonly RoundDriver _rounds = RoundDriver.Start(host => host.With("Breaker:ApprovalsRequired", "2"));
    private ApiCaller _operator = null!;
    private ApiCaller _officer = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _operator = await ApiCaller.SignInAsync(_rounds.Host);
        _officer = await ApiCaller.SignInAsync(_rounds.Host, "compliance@aura.demo");
        await _operator.TripAsync("GOLD", Command.Valid());
        _rounds.Clock.Advance(CoolDown);
    }

    public ValueTask DisposeAsync()
    {
        _operator.Dispose();
        _officer.Dispose();
        _rounds.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_reset_is_accepted_as_a_request_and_shown_as_pending()
    {
        var command = Command.Valid(2);

        var answer = await _operator.ResetAsync("GOLD", command);
        var again = await _operator.ResetAsync("GOLD", command);

        Assert.Equal(HttpStatusCode.Accepted, answer.Status);
        Assert.Equal(command.CommandId, (string?)answer.Body["requestId"]);
        Assert.Equal(
            _rounds.Clock.GetUtcNow().AddMinutes(15),
            DateTimeOffset.Parse((string)answer.Body["expiresAt"]!, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal((answer.Status, answer.Body.ToJsonString()), (again.Status, again.Body.ToJsonString()));
        Assert.Equal(("Isolated", 2), await _operator.BreakerAsync("GOLD"));
        Approved.Matches("breakers-reset-requested", answer.Body);
        Approved.Matches("breakers-pending", await _officer.ReadAsync("breakers"));
    }

    [Fact]
    public async Task A_compliance_officer_approves_and_both_people_are_named()
    {
        string id = await RequestAsync();

        var answer = await _officer.PostAsync($"breakers/GOLD/requests/{id}/approve", Command.Valid(2));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(("HalfOpen", 3), await _operator.BreakerAsync("GOLD"));
        Assert.Equal((await _rounds.Host.FindAsync("compliance@aura.demo")).Id, (string?)answer.Transition["actor"]);
        Assert.Equal((await _rounds.Host.FindAsync(ApiCaller.Operator)).Id, (string?)answer.Transition["requestedBy"]);
        await LedgerWalk.HoldsAsync(_rounds.Host);
    }

    [Fact]
    public async Task One_decline_closes_the_request()
    {
        string id = await RequestAsync();

        var declined = await _officer.PostAsync($"breakers/GOLD/requests/{id}/decline", Command.Valid(2));
        var late = await _officer.PostAsync($"breakers/GOLD/requests/{id}/approve", Command.Valid(2));

        Assert.Equal((HttpStatusCode.OK, "Declined"), (declined.Status, (string?)declined.Body["request"]!["status"]));
        Assert.Equal((HttpStatusCode.Conflict, "request-closed"), (late.Status, late.Code));
        Assert.Equal(("Isolated", 2), await _operator.BreakerAsync("GOLD"));
        Approved.Matches("breakers-declined", declined.Body);
    }

    [Theory]
    [InlineData(899, HttpStatusCode.OK, null)]
    [InlineData(901, HttpStatusCode.Conflict, "request-closed")]
    public async Task A_request_lives_fifteen_minutes(int seconds, HttpStatusCode status, string? code)
    {
        string id = await RequestAsync();
        _rounds.Clock.Advance(TimeSpan.FromSeconds(seconds));
        using var officer = await ApiCaller.SignInAsync(_rounds.Host, "compliance@aura.demo");

        var answer = await officer.PostAsync($"breakers/GOLD/requests/{id}/approve", Command.Valid(2));

        Assert.Equal((status, code), (answer.Status, answer.Code));
        Assert.Equal(
            status is HttpStatusCode.OK ? CommandStatus.Executed : CommandStatus.Refused,
            (await LedgerWalk.HoldsAsync(_rounds.Host)).Answers[^1].Status);
    }

    [Fact]
    public async Task An_operator_cannot_approve_and_the_attempt_is_recorded()
    {
        string id = await RequestAsync();

        var answer = await _operator.PostAsync($"breakers/GOLD/requests/{id}/approve", Command.Valid(2));

        Assert.Equal((HttpStatusCode.Forbidden, "forbidden"), (answer.Status, answer.Code));
        Assert.Equal(CommandStatus.Refused, (await LedgerWalk.HoldsAsync(_rounds.Host)).Answers[^1].Status);
    }

    [Fact]
    public async Task An_unknown_request_is_not_found()
    {
        var answer = await _officer.PostAsync($"breakers/GOLD/requests/{Command.NextId()}/approve", Command.Valid(2));

        Assert.Equal((HttpStatusCode.NotFound, "unknown-request"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task A_trip_between_request_and_approval_wins()
    {
        string id = await RequestAsync();
        await _operator.TripAsync("GOLD", Command.Valid(2));

        var answer = await _officer.PostAsync($"breakers/GOLD/requests/{id}/approve", Command.Valid(2));

        Assert.Equal((HttpStatusCode.Conflict, "request-closed"), (answer.Status, answer.Code));
        Assert.Equal(("Isolated", 2), await _operator.BreakerAsync("GOLD"));
    }

    [Fact]
    public async Task Of_fifty_approvals_at_once_exactly_one_is_executed()
    {
        string id = await RequestAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ =>
            _officer.PostAsync($"breakers/GOLD/requests/{id}/approve", Command.Valid(2))));

        Assert.Single(answers, answer => answer.Status is HttpStatusCode.OK);
        Assert.Equal(49, answers.Count(answer => answer is { Status: HttpStatusCode.Conflict, Code: "stale-version" }));
        Assert.Equal(("HalfOpen", 3), await _operator.BreakerAsync("GOLD"));
    }

    [Fact]
    public async Task A_request_survives_a_restart()
    {
        string id = await RequestAsync();
        using var again = RoundDriver.Start(
            host => host.With("Breaker:ApprovalsRequired", "2"), _rounds.Host.Folder, _rounds.Clock);
        using var officer = await ApiCaller.SignInAsync(again.Host, "compliance@aura.demo");

        var breakers = await officer.ReadAsync("breakers");
        var answer = await officer.PostAsync($"breakers/GOLD/requests/{id}/approve", Command.Valid(2));

        Assert.Contains(breakers.AsArray(), breaker => (string?)breaker!["pending"]?["requestId"] == id);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    private async Task<string> RequestAsync() =>
        (string)(await _operator.ResetAsync("GOLD", Command.Valid(2))).Body["requestId"]!;
}
