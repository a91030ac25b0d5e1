using System.Collections.Immutable;
using System.Globalization;
using Aura.Dashboard.Queries;
using Aura.Engine.Audit;

namespace Aura.Dashboard.Audit;

/// <summary>
/// Signs the ledger as it stands, and never a ledger that does not extend what was signed before. First the file, then
/// the database, then the witness: whatever a witness or an export has seen, the file knows, so a process that dies in
/// between starts again from the furthest promise.
/// </summary>
internal sealed class CheckpointSigner(
    ILedgerTree tree, ICheckpointArchive archive, ILedgerIdentity identities, StateFolder folder, CheckpointKeys keys,
    ContradictedLedger contradicted, Witness witness, TimeProvider time)
    : ICheckpoints, IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);

    private volatile LedgerStanding _standing = new LedgerStanding.Consistent();
    private LedgerIdentity _identity = null!;
    private string? _archived;

    public LedgerStanding Standing => _standing;

    public ImmutableArray<NoteKey> Keys => keys.Public;

    /// <summary>Compares the database with the last promise, before anything is served.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            await contradicted.RecordContinuationAsync(cancellationToken);
            await TakeAsync(await identities.CurrentAsync(cancellationToken), cancellationToken);
            if ((await LastAsync(cancellationToken) ?? await LostAsync(cancellationToken)) is not { } last)
                return;

            _standing = await CompareAsync(Checkpoint.Parse(last.Text), cancellationToken);
            if (_standing is LedgerStanding.Contradicted standing)
                await contradicted.RecordAsync(_identity, standing, cancellationToken);
            else
                await ArchiveAsync(last, cancellationToken);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>The newest checkpoint, signed now if the ledger grew; null while it is contradicted or empty.</summary>
    public async Task<SignedNote?> SignAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (_standing is LedgerStanding.Contradicted standing && !await TrySettleAsync(standing, cancellationToken))
                return null;
            return await ExtendAsync(cancellationToken);
        }
        finally
        {
            _one.Release();
        }
    }

    public async Task<SignedNote?> CoverAsync(long sequence, CancellationToken cancellationToken)
    {
        if (_standing is LedgerStanding.Contradicted)
            return null;
        if (await archive.CoveringAsync(_identity.Origin, sequence, cancellationToken) is { } known
            && known.IsSignedBy(keys.Active))
            return known;

        var note = await SignAsync(cancellationToken);
        return note is not null && Checkpoint.Parse(note.Text).Size >= sequence ? note : null;
    }

    public void Dispose() => _one.Dispose();

    private async Task TakeAsync(LedgerIdentity identity, CancellationToken cancellationToken)
    {
        _identity = identity;
        await keys.OpenAsync(identity, isSigned: await LastAsync(cancellationToken) is not null);
    }

    // A folder that was lost takes the promise with it; the database's own copy is then the best there is.
    private async Task<SignedNote?> LastAsync(CancellationToken cancellationToken) =>
        folder.ReadCheckpoint(_identity.LedgerId)
        ?? await archive.LatestAsync(_identity.Origin, cancellationToken);

    // A ledger that was never signed, in a folder that promised another: the database, or a log that held all of it, was
    // deleted. Once people have accepted that, the ledger has a name of its own and nothing is asked of it any more.
    private async Task<SignedNote?> LostAsync(CancellationToken cancellationToken) =>
        await identities.AllAsync(cancellationToken) is [var only] ? folder.ReadCheckpointBeside([only.LedgerId]) : null;

    private async Task<bool> TrySettleAsync(LedgerStanding.Contradicted standing, CancellationToken cancellationToken)
    {
        // Again, in case it could not be recorded when it was found.
        await contradicted.RecordAsync(_identity, standing, cancellationToken);
        if (await contradicted.TryContinueAsync(_identity, cancellationToken) is not { } next)
            return false;

        await TakeAsync(next, cancellationToken);
        _standing = new LedgerStanding.Consistent();
        return true;
    }

    private async Task<SignedNote?> ExtendAsync(CancellationToken cancellationToken)
    {
        await keys.RotateAsync();
        var last = await LastAsync(cancellationToken);
        var before = last is null ? null : Checkpoint.Parse(last.Text);
        if (before is not null && await CompareAsync(before, cancellationToken) is LedgerStanding.Contradicted standing)
        {
            _standing = standing;
            await contradicted.RecordAsync(_identity, standing, cancellationToken);
            return null;
        }

        long size = await tree.SizeAsync(cancellationToken);
        if (size == 0)
            return null;
        // Signed, perhaps, when the database could not be written.
        if (last is not null)
            await ArchiveAsync(last, cancellationToken);
        if (before?.Size == size && last!.IsSignedBy(keys.Active))
            return last;

        var next = new Checkpoint(_identity.Origin, size, await tree.RootAsync(size, cancellationToken));
        if (before is not null)
            await DemandConsistencyAsync(before, next, cancellationToken);
        var note = keys.Sign(next.ToString());
        folder.WriteCheckpoint(_identity.LedgerId, note);
        await ArchiveAsync(note, cancellationToken);
        witness.Offer(note);
        return note;
    }

    // What is compared above are roots that the same rows gave; this is the proof that anybody else could check.
    private async Task DemandConsistencyAsync(Checkpoint before, Checkpoint next, CancellationToken cancellationToken)
    {
        var proof = await tree.ConsistencyAsync(before.Size, next.Size, cancellationToken);
        if (!MerkleProof.IsConsistent(before.Size, before.Root, next.Size, next.Root, proof))
            throw new InvalidDataException(string.Create(
                CultureInfo.InvariantCulture,
                $"The ledger of {next.Size} entries does not extend the one of {before.Size}; nothing was signed."));
    }

    private async Task<LedgerStanding> CompareAsync(Checkpoint last, CancellationToken cancellationToken)
    {
        if (!string.Equals(last.Origin, _identity.Origin, StringComparison.Ordinal))
            return Contradiction($"the database holds another ledger, {_identity.Origin}.");

        long size = await tree.SizeAsync(cancellationToken);
        if (size < last.Size)
            return Contradiction(string.Create(CultureInfo.InvariantCulture, $"the database holds only {size}."));
        try
        {
            return await tree.RootAsync(last.Size, cancellationToken) == last.Root
                ? new LedgerStanding.Consistent()
                : Contradiction("the database holds others.");
        }
        catch (InvalidDataException damaged)
        {
            return Contradiction(damaged.Message);
        }

        LedgerStanding.Contradicted Contradiction(string explanation) =>
            new(last.Origin, last.Size, last.Root, explanation);
    }

    private async Task ArchiveAsync(SignedNote note, CancellationToken cancellationToken)
    {
        string text = note.ToString();
        if (string.Equals(text, _archived, StringComparison.Ordinal))
            return;
        if (!await archive.AppendAsync(note, time.GetUtcNow(), cancellationToken))
            throw new InvalidDataException("The database holds a checkpoint of the same size with another root.");

        _archived = text;
    }
}
