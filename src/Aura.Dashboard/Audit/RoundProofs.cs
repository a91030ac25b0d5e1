using System.Globalization;
using Aura.Dashboard.Queries;
using Aura.Engine.Audit;
using Aura.Engine.Canon;
using Aura.Engine.Publishing;

namespace Aura.Dashboard.Audit;

/// <summary>
/// The checks of one round on this host. It is a convenience: whoever does not trust the host takes the bundle and
/// verifies it elsewhere.
/// </summary>
internal sealed class RoundProofs(
    ILedgerArchive archive, ILedgerTree tree, ICheckpoints checkpoints, ILedgerReplay replay) : IRoundProof
{
    public async Task<RoundProof?> ProveAsync(RoundNumber round, CancellationToken cancellationToken) =>
        await archive.OfRoundAsync(round, cancellationToken) is { } stored
            ? new RoundProof(
            [
                Hash(stored),
                await ChainAsync(stored, cancellationToken),
                await InclusionAsync(stored, cancellationToken),
                await DecisionAsync(stored, cancellationToken),
            ])
            : null;

    private static ProofCheck Hash(StoredEntry stored)
    {
        var hash = Digest.Of(stored.Bytes.Span);
        return new ProofCheck(
            "Entry hash", hash == stored.Hash,
            hash == stored.Hash
                ? $"SHA-256 of the {stored.Bytes.Length} stored bytes is {hash}."
                : $"SHA-256 of the stored bytes is {hash}, but {stored.Hash} is stored with them.");
    }

    private async Task<ProofCheck> ChainAsync(StoredEntry stored, CancellationToken cancellationToken)
    {
        var before = stored.Sequence == 1
            ? LedgerHead.Empty
            : (await archive.AfterAsync(stored.Sequence - 2, 1, cancellationToken)) is [var entry]
                ? new LedgerHead(entry.Sequence, entry.Hash)
                : LedgerHead.Empty;
        return LedgerChain.Follow(before, stored.Bytes.Span, stored.Hash) is ChainStep.Broken broken
            ? new ProofCheck("Hash chain", false, broken.Reason)
            : new ProofCheck(
                "Hash chain", true,
                string.Create(CultureInfo.InvariantCulture, $"Entry {stored.Sequence} names the hash of entry {before.Sequence}, {before.Hash}."));
    }

    private async Task<ProofCheck> InclusionAsync(StoredEntry stored, CancellationToken cancellationToken)
    {
        const string What = "Signed ledger";
        try
        {
            var note = await checkpoints.RequireAsync(stored.Sequence, cancellationToken);
            var checkpoint = Checkpoint.Parse(note.Text);
            var proof = new InclusionProof(
                stored.Sequence - 1, await tree.InclusionAsync(stored.Sequence - 1, checkpoint.Size, cancellationToken), note);
            return proof.Proves(stored.Bytes.Span)
                ? new ProofCheck(
                    What, true,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{proof.Hashes.Length} hashes lead from the entry to the root of the signed checkpoint of {checkpoint.Size} entries."))
                : new ProofCheck(What, false, "The entry is not in the tree that the checkpoint commits to.");
        }
        catch (InvalidDataException exception)
        {
            return new ProofCheck(What, false, exception.Message);
        }
    }

    private async Task<ProofCheck> DecisionAsync(StoredEntry stored, CancellationToken cancellationToken)
    {
        const string What = "Decision";
        ReplayedEntry? last = null;
        await foreach (var replayed in replay.FollowAsync(stored.Sequence, stored.Sequence, cancellationToken))
            last = replayed;
        if (last is not { Fault: null, Stored.Sequence: var reached } || reached != stored.Sequence)
            return new ProofCheck(What, false, last?.Fault ?? "The entry cannot be reached.");

        var network = RoundReport.Parse(last.Outcome.Span).Network;
        return new ProofCheck(
            What, true,
            string.Create(
                CultureInfo.InvariantCulture,
                $"Decided again from its evidence to the same {last.Outcome.Length} bytes; {network.Counted} of {network.Nodes} nodes signed what counted."));
    }
}
