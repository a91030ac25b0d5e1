using System.Net;
using Aura.Engine.Rounds;

namespace Aura.Dashboard.Tests.Storage.Postgres;

/// <summary>People and programs that press at the same moment, as on SQLite.</summary>
public sealed class ConcurrentCommandsTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private RoundDriver _rounds = null!;
    private ApiCaller _caller = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(TestDatabase.Postgres);
        _rounds = _database.Start(host => host.With("Breaker:CoolDown", "00:00:00"));
        _caller = await ApiCaller.SignInAsync(_rounds.Host);
    }

    public async ValueTask DisposeAsync()
    {
        _caller.Dispose();
        _rounds.Dispose();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Of_fifty_resets_at_once_exactly_one_is_executed_and_every_refusal_is_accounted_for()
    {
        await _rounds.RunAsync();
        await _caller.TripAsync("GOLD", Command.Valid());

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(_ => _caller.ResetAsync("GOLD", Command.Valid(2))));

        Assert.Single(answers, answer => answer.Status is HttpStatusCode.OK);
        Assert.Equal(49, answers.Count(answer => answer is { Status: HttpStatusCode.Conflict, Code: "stale-version" }));
        Assert.Equal(3, (await _caller.BreakerAsync("GOLD")).Version);
        _rounds.Clock.Advance(TimeSpan.FromMinutes(1));
        await _rounds.RunAsync();
        var walk = await LedgerWalk.HoldsAsync(_rounds.Host);
        Assert.Equal(
            [2, 3],
            walk.Answers.Where(answer => answer.Status is CommandStatus.Executed)
                .Select(answer => answer.Transition!.Version));
        Assert.Equal(10, walk.Answers.Count(answer => answer.Status is CommandStatus.Refused));
        Assert.Equal(39, Assert.Single(walk.Notices.OfType<Notice.RefusalsSummarised>()).Count);
    }

    [Fact]
    public async Task One_command_a_hundred_times_is_one_transition()
    {
        var command = Command.Valid();

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => _caller.TripAsync("GOLD", command)));

        Assert.Single(answers.Select(answer => answer.Body.ToJsonString()).Distinct(StringComparer.Ordinal));
        Assert.Equal(("Isolated", 2), await _caller.BreakerAsync("GOLD"));
        Assert.Single((await LedgerWalk.HoldsAsync(_rounds.Host)).Answers);
    }
}
