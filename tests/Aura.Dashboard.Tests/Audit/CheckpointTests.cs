using Aura.Dashboard.Audit;
using Aura.Dashboard.Configuration;
using Aura.Dashboard.Queries;
using Aura.Engine.Audit;
using Aura.Engine.Canon;
using Aura.Engine.Rounds;
using Aura.Engine.Rounds.Verification;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aura.Dashboard.Tests.Audit;

public sealed class CheckpointTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("aura-");
    private readonly RoundDriver _rounds;

    public CheckpointTests() => _rounds = Start();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private ICheckpoints Checkpoints => _rounds.Host.Get<ICheckpoints>();

    public void Dispose()
    {
        _rounds.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_checkpoint_on_demand_covers_the_entry_and_is_signed_for_its_ledger()
    {
        await _rounds.RunAsync(3);

        var note = Assert.IsType<SignedNote>(await Checkpoints.CoverAsync(4, Cancelled));

        var checkpoint = Checkpoint.Parse(note.Text);
        var identity = await _rounds.Host.Get<ILedgerIdentity>().CurrentAsync(Cancelled);
        Assert.Equal(
            new Checkpoint(identity.Origin, 4, await _rounds.Host.Get<ILedgerTree>().RootAsync(4, Cancelled)), checkpoint);
        var key = Assert.Single(Checkpoints.Keys);
        Assert.Equal(identity.Origin, key.Name);
        Assert.True(note.IsSignedBy(key));
        Assert.Equal(note.ToString(), (await Checkpoints.CoverAsync(2, Cancelled))?.ToString());
        Assert.Equal(note.ToString(), File.ReadAllText(FileOf(identity, "checkpoint")));
    }

    [Fact]
    public async Task What_the_ledger_has_not_reached_is_not_covered()
    {
        await _rounds.RunAsync();

        Assert.Null(await Checkpoints.CoverAsync(3, Cancelled));
    }

    [Fact]
    public async Task While_the_ledger_grows_a_checkpoint_is_signed_every_minute()
    {
        var signed = ScriptedCheckpoints.Of(_rounds.Host);
        await _rounds.RunAsync(12);

        var first = await signed.NextAsync(Cancelled);
        await _rounds.RunAsync(12);
        var second = await signed.NextAsync(Cancelled);

        Assert.InRange(first.Size, 2, 13);
        Assert.InRange(second.Size, 14, 25);
    }

    [Fact]
    public async Task A_change_of_a_breaker_is_signed_at_once()
    {
        await _rounds.RunAsync(2);
        using var caller = await ApiCaller.SignInAsync(_rounds.Host);

        await caller.TripAsync("GOLD", Command.Valid());

        Assert.Equal(4, (await ScriptedCheckpoints.Of(_rounds.Host).NextAsync(Cancelled)).Size);
    }

    [Fact]
    public async Task A_restart_goes_on_with_the_same_key_and_extends_what_was_signed()
    {
        await _rounds.RunAsync(2);
        var before = Checkpoint.Parse((await Checkpoints.CoverAsync(3, Cancelled))!.Text);
        var keys = Checkpoints.Keys;
        _rounds.Dispose();

        using var again = Start();
        await again.RunAsync(2);
        var after = Checkpoint.Parse((await again.Host.Get<ICheckpoints>().CoverAsync(5, Cancelled))!.Text);

        Assert.Equal(keys, again.Host.Get<ICheckpoints>().Keys);
        Assert.True(MerkleProof.IsConsistent(
            before.Size, before.Root, after.Size, after.Root,
            await again.Host.Get<ILedgerTree>().ConsistencyAsync(before.Size, after.Size, Cancelled)));
    }

    [Fact]
    public async Task A_process_that_dies_between_file_and_database_never_contradicts_itself()
    {
        await _rounds.RunAsync(2);
        ScriptedCheckpoints.Of(_rounds.Host).Fault = new IOException("The process ends here.");
        await Assert.ThrowsAsync<IOException>(() => Checkpoints.CoverAsync(3, Cancelled));
        var identity = await _rounds.Host.Get<ILedgerIdentity>().CurrentAsync(Cancelled);
        string promised = File.ReadAllText(FileOf(identity, "checkpoint"));
        Assert.Null(await _rounds.Host.Get<ICheckpointArchive>().LatestAsync(identity.Origin, Cancelled));
        _rounds.Dispose();

        using var again = Start();
        await again.RunAsync();
        await again.Host.Get<ICheckpoints>().CoverAsync(4, Cancelled);

        var all = await again.Host.Get<ICheckpointArchive>().BetweenAsync(identity.Origin, 1, 100, Cancelled);
        Assert.Equal([3L, 4L], all.Select(note => Checkpoint.Parse(note.Text).Size));
        Assert.Equal(promised, all[0].ToString());
    }

    [Fact]
    public async Task A_disk_that_is_full_for_a_while_stops_neither_host_nor_later_checkpoints()
    {
        var signed = ScriptedCheckpoints.Of(_rounds.Host);
        signed.Fault = new IOException("No space left on device.");
        await _rounds.RunAsync(14);
        signed.Fault = null;

        await _rounds.RunAsync(12);

        Assert.NotEqual(0, (await signed.NextAsync(Cancelled)).Size);
        Assert.IsType<LedgerStanding.Consistent>(Checkpoints.Standing);
    }

    [Fact]
    public async Task A_stop_waits_for_the_signature_that_is_under_way()
    {
        var archive = ScriptedCheckpoints.Of(_rounds.Host);
        var disk = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await _rounds.RunAsync();
        archive.Delay = disk.Task;
        using (var caller = await ApiCaller.SignInAsync(_rounds.Host))
            await caller.TripAsync("GOLD", Command.Valid());
        await archive.Began.WaitAsync(TimeSpan.FromSeconds(30), Cancelled);
        var writer = _rounds.Host.Services.GetServices<IHostedService>().OfType<CheckpointWriter>().Single();

        var stop = writer.StopAsync(Cancelled);

        bool isOver = stop.IsCompleted;
        // Before anything is asserted: the host itself could not end.
        disk.SetResult();
        await stop;
        Assert.False(isOver);
        var identity = await _rounds.Host.Get<ILedgerIdentity>().CurrentAsync(Cancelled);
        Assert.NotNull(await archive.LatestAsync(identity.Origin, Cancelled));
    }

    [Fact]
    public async Task A_lost_state_folder_gives_a_new_key_and_the_ledger_goes_on()
    {
        await _rounds.RunAsync(2);
        var before = Checkpoint.Parse((await Checkpoints.CoverAsync(3, Cancelled))!.Text);
        var old = Assert.Single(Checkpoints.Keys);
        _rounds.Dispose();
        foreach (var file in _folder.GetFiles("ledger-*"))
            file.Delete();

        NoteKey key;
        using (var again = Start())
        {
            var note = await again.Host.Get<ICheckpoints>().CoverAsync(3, Cancelled);

            key = Assert.Single(again.Host.Get<ICheckpoints>().Keys);
            Assert.NotEqual(old, key);
            Assert.True(note!.IsSignedBy(key));
            var after = Checkpoint.Parse(note.Text);
            Assert.True(MerkleProof.IsConsistent(
                before.Size, before.Root, after.Size, after.Root,
                await again.Host.Get<ILedgerTree>().ConsistencyAsync(before.Size, after.Size, Cancelled)));
        }

        // Nobody here knows the key before: the folder had it, and a note names no more of it than a hint.
        using var later = Start();
        Assert.Equal(
            [new Notice.CheckpointKeyReplaced(old.Name, default, key.Fingerprint)],
            (await LedgerWalk.HoldsAsync(later.Host)).Notices.OfType<Notice.CheckpointKeyReplaced>());
        Assert.Equal(key, Assert.Single(later.Host.Get<ICheckpoints>().Keys));
    }

    [Fact]
    public async Task The_first_key_of_a_ledger_replaces_none()
    {
        await _rounds.RunAsync();

        Assert.Empty((await LedgerWalk.HoldsAsync(_rounds.Host)).Notices.OfType<Notice.CheckpointKeyReplaced>());
    }

    [Fact]
    public async Task Two_ledgers_in_one_folder_have_their_own_keys_and_checkpoints()
    {
        await _rounds.RunAsync();
        using var other = RoundDriver.Start(host => host.With("Audit:StateDirectory", _folder.FullName));
        await other.RunAsync(2);

        var first = await Checkpoints.CoverAsync(2, Cancelled);
        var second = await other.Host.Get<ICheckpoints>().CoverAsync(3, Cancelled);

        Assert.NotEqual(Checkpoint.Parse(first!.Text).Origin, Checkpoint.Parse(second!.Text).Origin);
        Assert.NotEqual(Checkpoints.Keys, other.Host.Get<ICheckpoints>().Keys);
        Assert.Equal(2, _folder.GetFiles("ledger-*.checkpoint").Length);
        Assert.Equal(2, _folder.GetFiles("ledger-*.key-1").Length);
    }

    [Fact]
    public async Task A_key_is_replaced_at_its_age_and_signs_on_beside_the_new_one_for_a_while()
    {
        _rounds.Dispose();
        // Every slot that the day misses becomes an entry: a schedule of minutes keeps them few.
        using var rounds = Start(host => host
            .With("Rounds:Cron", "*/5 * * * *").With("Audit:KeyRotation", "1.00:00:00").With("Audit:KeyOverlap", "01:00:00"));
        await rounds.RunAsync();
        var checkpoints = rounds.Host.Get<ICheckpoints>();
        var old = Assert.Single(checkpoints.Keys);

        rounds.Clock.Advance(TimeSpan.FromDays(1));
        var both = await SignedAfterRoundAsync(rounds);
        Assert.Equal(2, checkpoints.Keys.Length);
        Assert.Equal(old, checkpoints.Keys[1]);
        Assert.All(checkpoints.Keys, key => Assert.True(both.IsSignedBy(key)));
        Assert.Contains(
            new Notice.CheckpointKeyReplaced(old.Name, old.Fingerprint, checkpoints.Keys[0].Fingerprint),
            (await LedgerWalk.HoldsAsync(rounds.Host)).Notices);

        rounds.Clock.Advance(TimeSpan.FromHours(1));
        var one = await SignedAfterRoundAsync(rounds);
        Assert.True(one.IsSignedBy(checkpoints.Keys[0]));
        Assert.False(one.IsSignedBy(old));
        Assert.Single(one.Signatures);

        using var bundle = new MemoryStream();
        await rounds.Host.Get<IEvidenceExport>().WriteAsync(
            new BundleRange(new RoundNumber(1), rounds.Feed.Current.Latest!.Round), "auditor-1", bundle, Cancelled);
        var result = Assert.IsType<VerificationStep.Finished>(
            BundleVerification.Run(bundle, checkpoints.Keys[0].Fingerprint.Hex).Last()).Result;
        Assert.Null(result.Failure);
    }

    [Fact]
    public async Task A_key_that_others_can_read_stops_the_start()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no file modes.");
            return;
        }

        var identity = await _rounds.Host.Get<ILedgerIdentity>().CurrentAsync(Cancelled);
        string file = FileOf(identity, "key-1");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        _rounds.Dispose();
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);

        var refused = Assert.Throws<AuraSettingsException>(() => Start());

        Assert.Contains(file, Assert.Single(refused.Errors), StringComparison.Ordinal);
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.WriteAllText(file, "no key");
        refused = Assert.Throws<AuraSettingsException>(() => Start());
        Assert.Contains(file, Assert.Single(refused.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_last_checkpoint_that_cannot_be_read_stops_the_start()
    {
        await Checkpoints.CoverAsync(1, Cancelled);
        var identity = await _rounds.Host.Get<ILedgerIdentity>().CurrentAsync(Cancelled);
        _rounds.Dispose();
        File.WriteAllText(FileOf(identity, "checkpoint"), "no checkpoint");

        var refused = Assert.Throws<AuraSettingsException>(() => Start());

        Assert.Contains(FileOf(identity, "checkpoint"), Assert.Single(refused.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void A_state_folder_that_cannot_be_written_stops_the_start()
    {
        string occupied = Path.Combine(_folder.FullName, "occupied");
        File.WriteAllText(occupied, "a file");

        var refused = Assert.Throws<AuraSettingsException>(
            () => RoundDriver.Start(host => host.With("Audit:StateDirectory", occupied)));

        Assert.StartsWith(
            $"Audit:StateDirectory is '{occupied}'", Assert.Single(refused.Errors), StringComparison.Ordinal);
    }

    private static async Task<SignedNote> SignedAfterRoundAsync(RoundDriver rounds)
    {
        await rounds.RunAsync();
        var signer = rounds.Host.Get<CheckpointSigner>();
        return Assert.IsType<SignedNote>(await signer.SignAsync(Cancelled));
    }

    private string FileOf(LedgerIdentity identity, string ending) =>
        Path.Combine(_folder.FullName, $"ledger-{identity.LedgerId}.{ending}");

    private RoundDriver Start(Action<AuraHost>? arrange = null) => RoundDriver.Start(
        host =>
        {
            ScriptedCheckpoints.In(host);
            arrange?.Invoke(host);
        },
        _folder.FullName, _rounds?.Clock);
}
