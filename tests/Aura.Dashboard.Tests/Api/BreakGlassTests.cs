using System.Net;
using Aura.Dashboard.Tests.Contracts;
using Aura.Engine.Rounds;

namespace Aura.Dashboard.Tests.Api;

/// <summary>One person alone, in an emergency, in front of everybody, and somebody else looks afterwards.</summary>
public sealed class BreakGlassTests : IAsyncLifetime
{
    private const string Why = "Nobody of compliance answers the telephone.";

    private readonly RoundDriver _rounds = RoundDriver.Start(host => host.With("Breaker:ApprovalsRequired", "2"));
    private ApiCaller _operator = null!;
    private ApiCaller _officer = null!;

    public async ValueTask InitializeAsync()
    {
        _operator = await ApiCaller.SignInAsync(_rounds.Host);
        _officer = await ApiCaller.SignInAsync(_rounds.Host, "compliance@aura.demo");
        await _operator.TripAsync("GOLD", Command.Valid());
    }

    public ValueTask DisposeAsync()
    {
        _operator.Dispose();
        _officer.Dispose();
        _rounds.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task It_half_opens_at_once_stays_in_sight_until_it_is_reviewed_and_both_statements_are_recorded()
    {
        _rounds.Clock.Advance(TimeSpan.FromSeconds(10));
        var command = Command.Valid(2) with { Justification = Why };

        var broken = await BreakAsync(command);
        Assert.Equal((HttpStatusCode.OK, "BreakGlass"), (broken.Status, (string?)broken.Transition["cause"]));
        Assert.Equal(("HalfOpen", 3), await _operator.BreakerAsync("GOLD"));
        Approved.Matches("breakers-unreviewed", await _operator.ReadAsync("breakers"));
        await _rounds.RunAsync(4);
        Assert.Single(await UnreviewedAsync());

        Assert.Equal((HttpStatusCode.Forbidden, "forbidden"), Told(await ReviewAsync(_operator, command.CommandId!)));
        Assert.Equal((HttpStatusCode.NotFound, "unknown-request"), Told(await ReviewAsync(_officer, Command.NextId().ToString())));
        Assert.Equal(HttpStatusCode.OK, (await ReviewAsync(_officer, command.CommandId!)).Status);
        Assert.Empty(await UnreviewedAsync());
        Assert.Equal((HttpStatusCode.NotFound, "unknown-request"), Told(await ReviewAsync(_officer, command.CommandId!)));

        var recorded = (await LedgerWalk.HoldsAsync(_rounds.Host)).Commands;
        Assert.Equal(Why, recorded.Single(found => found.Kind is CommandKind.BreakGlass).Justification);
        Assert.Equal(4, recorded.Count(found => found.Kind is CommandKind.Review));
    }

    [Fact]
    public async Task Cool_down_and_version_hold_as_for_every_reset()
    {
        var early = await BreakAsync(Command.Valid(2) with { Justification = Why });
        _rounds.Clock.Advance(TimeSpan.FromSeconds(10));
        var stale = await BreakAsync(Command.Valid() with { Justification = Why });

        Assert.Equal((HttpStatusCode.Conflict, "cooling-down"), Told(early));
        Assert.Equal((HttpStatusCode.Conflict, "stale-version"), Told(stale));
        Assert.Equal(("Isolated", 2), await _operator.BreakerAsync("GOLD"));
    }

    [Theory]
    [InlineData("compliance@aura.demo")]
    [InlineData("auditor@aura.demo")]
    [InlineData("admin@aura.demo")]
    public async Task Nobody_but_an_operator_breaks_the_glass_and_every_attempt_is_recorded(string email)
    {
        _rounds.Clock.Advance(TimeSpan.FromSeconds(10));
        using var caller = await ApiCaller.SignInAsync(_rounds.Host, email);

        var answer = await caller.PostAsync("breakers/GOLD/break-glass", Command.Valid(2) with { Justification = Why });

        Assert.Equal((HttpStatusCode.Forbidden, "forbidden"), Told(answer));
        Assert.Equal(CommandStatus.Refused, (await LedgerWalk.HoldsAsync(_rounds.Host)).Answers[^1].Status);
    }

    [Theory]
    [InlineData("operator@aura.demo")]
    [InlineData("auditor@aura.demo")]
    [InlineData("admin@aura.demo")]
    public async Task Nobody_but_compliance_reviews_and_every_attempt_is_recorded(string email)
    {
        _rounds.Clock.Advance(TimeSpan.FromSeconds(10));
        var command = Command.Valid(2) with { Justification = Why };
        await BreakAsync(command);
        using var caller = await ApiCaller.SignInAsync(_rounds.Host, email);

        Assert.Equal((HttpStatusCode.Forbidden, "forbidden"), Told(await ReviewAsync(caller, command.CommandId!)));
        Assert.Equal(CommandStatus.Refused, (await LedgerWalk.HoldsAsync(_rounds.Host)).Answers[^1].Status);
        Assert.Single(await UnreviewedAsync());
    }

    [Theory]
    [InlineData(null, "this one has 0")]
    [InlineData("too short", "this one has 9")]
    public async Task The_second_statement_is_needed(string? justification, string expected)
    {
        var answer = await BreakAsync(Command.Valid(2) with { Justification = justification });

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "justification"), (answer.Status, Assert.Single(answer.Fields)));
        Assert.Contains(expected, (string?)answer.Body["errors"]!["justification"]![0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_statement_where_none_belongs_is_named()
    {
        var answer = await _operator.TripAsync("MSFT", Command.Valid() with { Justification = Why });

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "justification"), (answer.Status, Assert.Single(answer.Fields)));
    }

    [Fact]
    public async Task Where_one_person_may_reset_there_is_no_glass_to_break()
    {
        using var rounds = RoundDriver.Start();
        using var caller = await ApiCaller.SignInAsync(rounds.Host);
        await caller.TripAsync("GOLD", Command.Valid());
        rounds.Clock.Advance(TimeSpan.FromSeconds(10));

        var answer = await caller.PostAsync("breakers/GOLD/break-glass", Command.Valid(2) with { Justification = Why });

        Assert.Equal((HttpStatusCode.Conflict, "break-glass-not-needed"), Told(answer));
    }

    [Fact]
    public async Task It_survives_a_restart()
    {
        _rounds.Clock.Advance(TimeSpan.FromSeconds(10));
        await BreakAsync(Command.Valid(2) with { Justification = Why });
        using var again = RoundDriver.Start(
            host => host.With("Breaker:ApprovalsRequired", "2"), _rounds.Host.Folder, _rounds.Clock);

        Assert.Single(again.Feed.Current.Breakers, breaker => breaker.Unreviewed is { Length: 1 });
    }

    private static (HttpStatusCode Status, string? Code) Told(ApiAnswer answer) => (answer.Status, answer.Code);

    private Task<ApiAnswer> BreakAsync(Command command) => _operator.PostAsync("breakers/GOLD/break-glass", command);

    private static Task<ApiAnswer> ReviewAsync(ApiCaller caller, string reset) =>
        caller.PostAsync($"breakers/GOLD/break-glass/{reset}/review", Command.Valid(2));

    private async Task<IReadOnlyList<object?>> UnreviewedAsync() =>
        [.. (await _operator.ReadAsync("breakers")).AsArray().SelectMany(breaker => breaker!["unreviewed"]!.AsArray())];
}
