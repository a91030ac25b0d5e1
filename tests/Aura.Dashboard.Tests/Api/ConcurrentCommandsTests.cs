using System.Net;
using Aura.Dashboard.Tests.Storage;

namespace Aura.Dashboard.Tests.Api;

/// <summary>People and programs that press at the same moment.</summary>
public sealed class ConcurrentCommandsTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.Postgres)]
    public async Task Of_fifty_conflicting_resets_exactly_one_is_carried_out(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        using var rounds = database.Start(host => host.With("Breaker:CoolDown", "00:00:00"));
        using var caller = await ApiCaller.SignInAsync(rounds.Host);
        await rounds.RunAsync();
        Assert.Equal(HttpStatusCode.OK, (await caller.TripAsync("GOLD", Command.Valid())).Status);

        var answers = await Task.WhenAll(Enumerable.Range(0, 50)
            .Select(_ => Task.Run(() => caller.ResetAsync("GOLD", Command.Valid(2)), Cancelled)));

        Assert.Single(answers, answer => answer.Status is HttpStatusCode.OK);
        Assert.Equal(49, answers.Count(answer => answer.Status is HttpStatusCode.Conflict && answer.Code is "stale-version"));
        Assert.Equal(3, (await caller.BreakerAsync("GOLD")).Version);
        var walk = await LedgerWalk.HoldsAsync(rounds.Host);
        Assert.Equal(
            [2, 3],
            walk.Answers.Select(answer => answer.Transition).OfType<Engine.Breaker.Transition>().Select(made => made.Version));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.Postgres)]
    public async Task One_command_sent_a_hundred_times_gives_one_transition(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        using var rounds = database.Start();
        using var caller = await ApiCaller.SignInAsync(rounds.Host);
        var command = Command.Valid();

        var answers = await Task.WhenAll(Enumerable.Range(0, 100)
            .Select(_ => Task.Run(() => caller.TripAsync("GOLD", command), Cancelled)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        Assert.Single(answers.Select(answer => answer.Transition.ToJsonString()).Distinct(StringComparer.Ordinal));
        Assert.Single((await LedgerWalk.HoldsAsync(rounds.Host)).Answers);
    }
}
