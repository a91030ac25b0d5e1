using System.Net;
using System.Text.Json.Nodes;
using Aura.Dashboard.Queries;
using Aura.Engine.Audit;

namespace Aura.Dashboard.Tests.Recovery;

public sealed class Kill9Tests : IDisposable
{
    private const int RoundsBeforeTheKill = 3;

    // The last answers are the ones at risk; the ledger is compared with all of them.
    private const int AskedAgain = 30;

    private static readonly string[] Scopes = ["SYSTEM", "GOLD", "MSFT"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("aura-kill9-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact(Timeout = 60_000)]
    public async Task Nothing_that_was_acknowledged_or_seen_is_missing_after_kill_9()
    {
        var cancelled = TestContext.Current.CancellationToken;
        Seen seen;
        using (var dashboard = await DashboardProcess.StartAsync(_folder.FullName, cancelled))
            seen = await UseUntilKilledAsync(dashboard);
        using (var again = await DashboardProcess.StartAsync(_folder.FullName, cancelled))
        {
            await EverythingIsThereAsync(new ApiCaller(again.Client), seen);
            await again.Kill9Async();
        }

        using var host = new AuraHost(_folder.FullName).Started();
        var walk = await LedgerWalk.HoldsAsync(host);
        Assert.True(walk.Rounds >= seen.Rounds.Count);
        await EveryPromiseIsKeptAsync(host);
        var recorded = walk.Answers.ToDictionary(answer => answer.CommandId);
        Assert.All(seen.Answers, answer => Assert.Equal(
            (long?)answer.Answer.Body["transition"]?["version"],
            recorded[Guid.Parse(answer.Command.CommandId!)].Transition?.Version));
        Assert.All(
            host.Get<Dashboard.Publishing.Live.RoundFeed>().Current.Breakers,
            breaker => Assert.Equal(walk.State.BreakerOf(breaker.Scope).State, breaker.State));
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{seen.Rounds.Count} rounds seen, {seen.Answers.Count} commands acknowledged, {walk.Sequence} entries verified.");
    }

    // Every trip and reset was signed at once, so the kills fell between file and database now and then.
    private static async Task EveryPromiseIsKeptAsync(AuraHost host)
    {
        var cancelled = TestContext.Current.CancellationToken;
        Assert.IsType<LedgerStanding.Consistent>(host.Get<ICheckpoints>().Standing);
        var identity = await host.Get<ILedgerIdentity>().CurrentAsync(cancelled);
        var notes = await host.Get<ICheckpointArchive>().BetweenAsync(identity.Origin, 1, long.MaxValue, cancelled);
        Assert.NotEmpty(notes);
        foreach (var checkpoint in notes.Select(note => Checkpoint.Parse(note.Text)))
            Assert.Equal(checkpoint.Root, await host.Get<ILedgerTree>().RootAsync(checkpoint.Size, cancelled));
    }

    private static async Task<Seen> UseUntilKilledAsync(DashboardProcess dashboard)
    {
        var seen = new Seen();
        var caller = new ApiCaller(dashboard.Client);
        var writers = Scopes.Select(scope => WriteAsync(caller, scope, seen)).ToList();
        while (seen.Rounds.Count < RoundsBeforeTheKill)
        {
            foreach (var round in (await caller.ReadAsync("rounds?limit=3")).AsArray())
                seen.Rounds[(long)round!["number"]!] = Lasting(round);
        }

        await dashboard.Kill9Async();
        await Task.WhenAll(writers);
        Assert.NotEmpty(seen.Answers);
        return seen;
    }

    // Trips and resets one scope as fast as answers come, until the process is gone.
    private static async Task WriteAsync(ApiCaller caller, string scope, Seen seen)
    {
        long version = 1;
        try
        {
            for (int i = 0; ; i++)
            {
                var command = Command.Valid(version);
                string verb = i % 2 == 0 ? "trip" : "reset";
                var answer = await caller.PostAsync($"breakers/{scope}/{verb}", command);
                if (answer.Status is HttpStatusCode.OK)
                    version = (long)answer.Transition["version"]!;
                seen.Add(new Acknowledged(scope, verb, command, answer));
            }
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException)
        {
            // The kill; the command under way may or may not be recorded.
        }
    }

    private static async Task EverythingIsThereAsync(ApiCaller caller, Seen seen)
    {
        foreach (var (number, round) in seen.Rounds)
            Assert.Equal(round, Lasting(await caller.ReadAsync($"rounds/{number}")));
        foreach (var before in seen.Answers.TakeLast(AskedAgain))
        {
            // A known id is answered from the record and executes nothing.
            var after = await caller.PostAsync($"breakers/{before.Scope}/{before.Verb}", before.Command);
            Assert.Equal(before.Answer.Status, after.Status);
            Assert.Equal(before.Answer.Body["transition"]?.ToJsonString(), after.Body["transition"]?.ToJsonString());
        }

        foreach (string scope in Scopes)
        {
            var last = seen.Answers.Where(answer => string.Equals(answer.Scope, scope, StringComparison.Ordinal)
                    && answer.Answer.Status is HttpStatusCode.OK)
                .MaxBy(answer => (long)answer.Answer.Transition["version"]!);
            var (state, version) = await caller.BreakerAsync(scope);
            Assert.True(last is null || version >= (long)last.Answer.Transition["version"]!);
            if (last is not null && version == (long)last.Answer.Transition["version"]!)
                Assert.Equal((string?)last.Answer.Transition["to"], state);
        }
    }

    // Ages count from the moment of the request; everything else about a round is for ever.
    private static string Lasting(JsonNode round)
    {
        var copy = round.DeepClone();
        foreach (var asset in copy["assets"]!.AsArray())
            if (asset!["lastPrice"] is JsonObject last)
                last.Remove("ageSeconds");
        return copy.ToJsonString();
    }

    private sealed record Acknowledged(string Scope, string Verb, Command Command, ApiAnswer Answer);

    private sealed class Seen
    {
        private readonly List<Acknowledged> _answers = [];

        public SortedDictionary<long, string> Rounds { get; } = [];

        public IReadOnlyList<Acknowledged> Answers
        {
            get
            {
                lock (_answers)
                    return [.. _answers];
            }
        }

        public void Add(Acknowledged answer)
        {
            lock (_answers)
                _answers.Add(answer);
        }
    }
}
