using System.Net;
using System.Threading.Channels;
using Aura.Dashboard.Audit;
using Aura.Dashboard.Queries;
using Aura.Dashboard.Tests.Audit;
using Aura.Engine.Audit;
using Aura.Engine.Breaker;
using Aura.Engine.Rounds;
using Microsoft.Extensions.Time.Testing;

namespace Aura.Dashboard.Tests.Storage.Postgres;

/// <summary>What a ledger promised, kept on a server as on SQLite.</summary>
public sealed class AuditOnPostgresTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(RoundDriver.FirstMoment);
    private TestDatabase _database = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _database = await TestDatabase.CreateAsync(TestDatabase.Postgres);

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task An_old_copy_that_is_put_back_starts_with_SYSTEM_isolated_until_people_accept_the_loss()
    {
        using (var rounds = Start())
            await rounds.RunAsync(2);
        await _database.OnServer.CopyAsync();
        using (var rounds = Start())
        {
            await rounds.RunAsync(3);
            Assert.NotNull(await rounds.Host.Get<ICheckpoints>().CoverAsync(6, Cancelled));
        }

        await _database.OnServer.PutCopyBackAsync();

        using var again = Start();
        var standing = Assert.IsType<LedgerStanding.Contradicted>(again.Host.Get<ICheckpoints>().Standing);
        Assert.Equal(6, standing.Size);
        Assert.Equal(
            (BreakerState.Isolated, BreakerCause.LedgerVerification),
            again.Feed.Current.Breakers.Where(breaker => breaker.Scope.Value is "SYSTEM")
                .Select(breaker => (breaker.State, breaker.Cause)).Single());
        Assert.Equal(
            6, Assert.Single((await LedgerWalk.HoldsAsync(again.Host)).Notices.OfType<Notice.LedgerContradicted>()).Size);
        await again.RunAsync(3);
        using var caller = await ApiCaller.SignInAsync(again.Host);
        long version = (await caller.BreakerAsync("SYSTEM")).Version;
        Assert.Equal(HttpStatusCode.OK, (await caller.ResetAsync("SYSTEM", Command.Valid(version))).Status);
        Assert.NotEqual(standing.Origin, (await ScriptedCheckpoints.Of(again.Host).NextAsync(Cancelled)).Origin);
    }

    [Fact]
    public async Task A_witness_is_sent_each_checkpoint_with_the_proof_from_the_one_before()
    {
        var received = Channel.CreateUnbounded<ConsistencyProof>();
        var witness = new VendorStub(async (request, cancellationToken) =>
        {
            byte[] body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
            await received.Writer.WriteAsync(ConsistencyProof.Parse(body), cancellationToken);
            return new HttpResponseMessage(HttpStatusCode.OK);
        });
        using var rounds = Start(host => witness.Plays(
            host.With("Audit:WitnessUrl", "https://witness.example/add-checkpoint"), Witness.Client));

        var first = await SentAfterRoundAsync(2);
        var second = await SentAfterRoundAsync(3);

        var before = Checkpoint.Parse(first.Checkpoint.Text);
        Assert.Equal((0, before.Size), (first.OldSize, second.OldSize));
        Assert.True(second.Proves(before.Root));

        async Task<ConsistencyProof> SentAfterRoundAsync(long sequence)
        {
            await rounds.RunAsync();
            Assert.NotNull(await rounds.Host.Get<ICheckpoints>().CoverAsync(sequence, Cancelled));
            return await received.Reader.ReadAsync(Cancelled).AsTask().WaitAsync(TimeSpan.FromSeconds(30), Cancelled);
        }
    }

    [Fact]
    public async Task A_command_without_room_on_the_server_is_not_done_and_is_once_there_is_room()
    {
        using var rounds = Start();
        await rounds.RunAsync(2);
        using var caller = await ApiCaller.SignInAsync(rounds.Host);
        var command = Command.Valid();
        // What the server answers when it cannot extend a table.
        await _database.OnServer.ExecuteAsync("""
            CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full'; END $$;
            CREATE TRIGGER no_room BEFORE INSERT ON "Ledger" EXECUTE FUNCTION no_room();
            """);

        var refused = await caller.TripAsync("GOLD", command);
        await Assert.ThrowsAnyAsync<Exception>(rounds.TryRunAsync);

        Assert.Equal(
            (HttpStatusCode.ServiceUnavailable, "Not recorded, not done."),
            (refused.Status, (string?)refused.Body["title"]));
        Assert.Equal("Closed", (await caller.BreakerAsync("GOLD")).State);
        Assert.Equal(2, rounds.Feed.Current.Latest?.Round.Value);
        Assert.Empty((await LedgerWalk.HoldsAsync(rounds.Host)).Answers);

        await _database.OnServer.ExecuteAsync("DROP FUNCTION no_room CASCADE");
        Assert.Equal(HttpStatusCode.OK, (await caller.TripAsync("GOLD", command)).Status);
        Assert.Equal(3, (await rounds.RunAsync()).Round.Value);
        Assert.Equal(
            [Guid.Parse(command.CommandId!)],
            (await LedgerWalk.HoldsAsync(rounds.Host)).Answers.Select(answer => answer.CommandId));
    }

    // Sessions of a pool would outlive their host, and a database that is put back has none of them.
    private RoundDriver Start(Action<AuraHost>? arrange = null) => _database.Start(
        host =>
        {
            host.With("Storage:ConnectionString", $"{_database.OnServer.ConnectionString};Pooling=False");
            ScriptedCheckpoints.In(host);
            arrange?.Invoke(host);
        },
        _clock);
}
