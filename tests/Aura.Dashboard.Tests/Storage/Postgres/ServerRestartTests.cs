using System.Collections.Concurrent;
using System.Net;
using Aura.Dashboard.Publishing.Live;

namespace Aura.Dashboard.Tests.Storage.Postgres;

/// <summary>F16: the server dies in the middle of transactions, again and again.</summary>
public sealed class ServerRestartTests
{
    private const int Restarts = 3;
    private const int AnswersBetween = 20;

    private static readonly string[] Scopes = ["SYSTEM", "GOLD", "MSFT"];

    [Fact(Timeout = 120_000)]
    public async Task Nothing_acknowledged_is_lost_and_nothing_is_carried_out_twice_over_immediate_restarts()
    {
        var cancelled = TestContext.Current.CancellationToken;
        await using var server = await PostgresServer.StartAsync();
        await using var database = await TestDatabase.OnAsync(server);
        using var host = database.Host().With("Breaker:CoolDown", "00:00:00").Started();
        using var caller = await ApiCaller.SignInAsync(host);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        using var answered = new SemaphoreSlim(0);
        var answers = new ConcurrentQueue<Answered>();
        var writers = Scopes
            .Select(scope => Task.Run(() => WriteAsync(caller, scope, Take, enough.Token), cancelled)).ToList();

        for (int i = 0; i < Restarts; i++)
        {
            for (int seen = 0; seen < AnswersBetween; seen++)
                await answered.WaitAsync(cancelled);
            await server.RestartImmediatelyAsync();
        }

        await enough.CancelAsync();
        await Task.WhenAll(writers);

        var walk = await LedgerWalk.HoldsAsync(host);
        Assert.Equal(
            answers.Select(answer => answer.Command.CommandId).Order(StringComparer.Ordinal),
            walk.Answers.Select(answer => answer.CommandId.ToString()).Order(StringComparer.Ordinal));
        foreach (string scope in Scopes)
        {
            var made = walk.Answers.Select(answer => answer.Transition!)
                .Where(transition => string.Equals(transition.Scope.Value, scope, StringComparison.Ordinal)).ToList();
            Assert.Equal(Enumerable.Range(2, made.Count).Select(version => (long)version), made.Select(one => one.Version));
            Assert.Equal(
                answers.Where(answer => string.Equals(answer.Scope, scope, StringComparison.Ordinal))
                    .Select(answer => answer.Version),
                made.Select(one => one.Version));
        }

        await foreach (var snapshot in host.Get<RoundFeed>().WatchAsync(cancelled))
            if (snapshot.Breakers.All(breaker => breaker.Version == walk.State.BreakerOf(breaker.Scope).Version))
                break;
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{answers.Count} commands, {answers.Count(answer => answer.Asked > 1)} of them asked more than once.");

        void Take(Answered answer)
        {
            answers.Enqueue(answer);
            answered.Release();
        }
    }

    // Trips and resets one scope. A command that failed, perhaps after it was recorded, is asked again under its id.
    private static async Task WriteAsync(
        ApiCaller caller, string scope, Action<Answered> take, CancellationToken enough)
    {
        long version = 1;
        for (int i = 0; !enough.IsCancellationRequested; i++)
        {
            var command = Command.Valid(version);
            string verb = i % 2 == 0 ? "trip" : "reset";
            int asked = 1;
            var answer = await caller.PostAsync($"breakers/{scope}/{verb}", command);
            for (; answer.Status >= HttpStatusCode.InternalServerError; asked++)
                answer = await caller.PostAsync($"breakers/{scope}/{verb}", command);

            Assert.Equal(HttpStatusCode.OK, answer.Status);
            version = (long)answer.Transition["version"]!;
            take(new Answered(scope, command, version, asked));
        }
    }

    private sealed record Answered(string Scope, Command Command, long Version, int Asked);
}
