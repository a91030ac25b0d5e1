using System.Net;
using Aura.Dashboard.Queries;
using Aura.Engine.Breaker;
using Aura.Engine.Rounds;

namespace Aura.Dashboard.Tests.Audit;

/// <summary>Somebody puts an old copy of the database back; the state folder remembers what was promised since.</summary>
public sealed class ContradictionTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("aura-");
    private readonly Microsoft.Extensions.Time.Testing.FakeTimeProvider _clock = new(RoundDriver.FirstMoment);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private string Database => Path.Combine(_folder.FullName, "aura.db");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task An_old_copy_starts_readable_with_SYSTEM_isolated_and_says_so_once()
    {
        await PutBackAsync();

        using (var rounds = Start())
        {
            var standing = Assert.IsType<LedgerStanding.Contradicted>(rounds.Host.Get<ICheckpoints>().Standing);
            Assert.Equal(6, standing.Size);
            Assert.Equal(
                (BreakerState.Isolated, BreakerCause.LedgerVerification),
                rounds.Feed.Current.Breakers.Where(breaker => breaker.Scope.Value is "SYSTEM")
                    .Select(breaker => (breaker.State, breaker.Cause)).Single());
            using var caller = await ApiCaller.SignInAsync(rounds.Host);
            Assert.Equal(2, (await caller.ReadAsync("rounds")).AsArray().Count);

            await rounds.RunAsync(3);
            Assert.Null(await rounds.Host.Get<ICheckpoints>().CoverAsync(1, Cancelled));
            foreach (string path in (string[])["ledger/proof?sequence=1", "ledger/consistency?size=1"])
                Assert.Equal(
                    (HttpStatusCode.Conflict, standing.Explanation),
                    ((await caller.GetAsync(path)).Status, (await caller.GetAsync(path)).Detail));
        }

        using var again = Start();
        Assert.IsType<LedgerStanding.Contradicted>(again.Host.Get<ICheckpoints>().Standing);
        var notice = Assert.Single(Contradictions(await LedgerWalk.HoldsAsync(again.Host)));
        Assert.Equal(6, notice.Size);
    }

    [Fact]
    public async Task A_copy_that_grew_past_the_checkpoint_is_another_ledger()
    {
        await PutBackAsync();
        var file = Directory.GetFiles(_folder.FullName, "ledger-*.checkpoint").Single();
        byte[] promised = File.ReadAllBytes(file);
        File.Delete(file);
        using (var unaware = Start())
        {
            Assert.IsType<LedgerStanding.Consistent>(unaware.Host.Get<ICheckpoints>().Standing);
            // Another decision than the one that was lost.
            using var caller = await ApiCaller.SignInAsync(unaware.Host);
            await caller.TripAsync("MSFT", Command.Valid());
            await unaware.RunAsync(5);
        }

        File.WriteAllBytes(file, promised);

        using var rounds = Start();

        var standing = Assert.IsType<LedgerStanding.Contradicted>(rounds.Host.Get<ICheckpoints>().Standing);
        Assert.Contains("others", standing.Explanation, StringComparison.Ordinal);
        Assert.Single(Contradictions(await LedgerWalk.HoldsAsync(rounds.Host)));
    }

    [Fact]
    public async Task After_people_reset_SYSTEM_the_ledger_goes_on_under_a_name_and_key_of_its_own()
    {
        await PutBackAsync();
        LedgerIdentity continued;
        using (var rounds = Start())
        {
            var identities = rounds.Host.Get<ILedgerIdentity>();
            var first = await identities.CurrentAsync(Cancelled);
            var key = Assert.Single(rounds.Host.Get<ICheckpoints>().Keys);
            await rounds.RunAsync(3);
            using var caller = await ApiCaller.SignInAsync(rounds.Host);
            long version = (await caller.BreakerAsync("SYSTEM")).Version;

            Assert.Equal(HttpStatusCode.OK, (await caller.ResetAsync("SYSTEM", Command.Valid(version))).Status);
            var signed = await ScriptedCheckpoints.Of(rounds.Host).NextAsync(Cancelled);

            continued = await identities.CurrentAsync(Cancelled);
            Assert.NotEqual(first.Origin, continued.Origin);
            Assert.Equal(continued.Origin, signed.Origin);
            Assert.IsType<LedgerStanding.Consistent>(rounds.Host.Get<ICheckpoints>().Standing);
            Assert.NotEqual(key, Assert.Single(rounds.Host.Get<ICheckpoints>().Keys));
            Assert.Equal(
                [new Notice.LedgerContinued(continued.Origin, first.Origin)],
                (await LedgerWalk.HoldsAsync(rounds.Host)).Notices.OfType<Notice.LedgerContinued>());
        }

        using var again = Start();
        Assert.IsType<LedgerStanding.Consistent>(again.Host.Get<ICheckpoints>().Standing);
        Assert.Equal(continued, await again.Host.Get<ILedgerIdentity>().CurrentAsync(Cancelled));
        Assert.Single((await LedgerWalk.HoldsAsync(again.Host)).Notices.OfType<Notice.LedgerContinued>());
    }

    [Fact]
    public async Task A_new_database_in_place_of_a_signed_ledger_says_that_the_ledger_is_gone()
    {
        using (var rounds = Start())
        {
            await rounds.RunAsync(5);
            Assert.NotNull(await rounds.Host.Get<ICheckpoints>().CoverAsync(6, Cancelled));
        }

        foreach (string file in Directory.GetFiles(_folder.FullName, "aura.db*"))
            File.Delete(file);
        using (var rounds = Start())
        {
            var standing = Assert.IsType<LedgerStanding.Contradicted>(rounds.Host.Get<ICheckpoints>().Standing);
            Assert.Equal(6, standing.Size);
            Assert.Contains("another ledger", standing.Explanation, StringComparison.Ordinal);
            await rounds.RunAsync(2);
        }

        using (var rounds = Start())
        {
            Assert.Single(Contradictions(await LedgerWalk.HoldsAsync(rounds.Host)));
            using var caller = await ApiCaller.SignInAsync(rounds.Host);
            long version = (await caller.BreakerAsync("SYSTEM")).Version;
            Assert.Equal(HttpStatusCode.OK, (await caller.ResetAsync("SYSTEM", Command.Valid(version))).Status);
            Assert.True((await ScriptedCheckpoints.Of(rounds.Host).NextAsync(Cancelled)).Size > 3);
        }

        using var accepted = Start();
        Assert.IsType<LedgerStanding.Consistent>(accepted.Host.Get<ICheckpoints>().Standing);
        Assert.Single(Contradictions(await LedgerWalk.HoldsAsync(accepted.Host)));
    }

    // A copy with two rounds takes the place of a ledger with five, which was signed.
    private async Task PutBackAsync()
    {
        using (var rounds = Start())
            await rounds.RunAsync(2);
        string copy = Database + ".copy";
        File.Copy(Database, copy);
        using (var rounds = Start())
        {
            await rounds.RunAsync(3);
            Assert.NotNull(await rounds.Host.Get<ICheckpoints>().CoverAsync(6, Cancelled));
        }

        foreach (string file in Directory.GetFiles(_folder.FullName, "aura.db-*"))
            File.Delete(file);
        File.Move(copy, Database, overwrite: true);
    }

    private static IEnumerable<Notice.LedgerContradicted> Contradictions(LedgerWalk walk) =>
        walk.Notices.OfType<Notice.LedgerContradicted>();

    private RoundDriver Start() => RoundDriver.Start(ScriptedCheckpoints.In, _folder.FullName, _clock);
}
