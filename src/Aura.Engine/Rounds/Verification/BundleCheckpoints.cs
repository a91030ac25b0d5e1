using System.Globalization;
using Aura.Engine.Audit;
using Aura.Engine.Canon;

namespace Aura.Engine.Rounds.Verification;

/// <summary>The checkpoints of a bundle: signed, each extending the one before, the last one containing every entry.</summary>
internal sealed class BundleCheckpoints(BundleArchive archive, BundleManifest manifest, IReadOnlyList<NoteKey> keys)
{
    /// <summary>Checks all of them and says in one sentence what that proves.</summary>
    /// <param name="leaves">The Merkle leaves of the entries.</param>
    /// <param name="name">Told which record is looked at.</param>
    /// <exception cref="FormatException">The record looked at does not hold.</exception>
    public string Check(IReadOnlyList<Digest> leaves, Action<string> name)
    {
        (SignedNote Note, Checkpoint Text)? last = null;
        for (int place = 1; place <= manifest.Checkpoints; place++)
        {
            name(BundleNames.Checkpoint(place));
            var next = Read(place);
            if (last is { } before)
            {
                name(BundleNames.Consistency(place));
                Extends(before.Text, next, place);
            }

            last = next;
        }

        var (note, checkpoint) = last ?? throw new FormatException("There is no checkpoint.");
        BundleRun.Demand(note.IsSignedBy(keys[0]), "The last checkpoint is not signed by the key of the bundle.");
        BundleRun.Demand(checkpoint.Size >= manifest.LastSequence, "The last checkpoint does not reach the last entry.");
        name(BundleNames.FirstProof);
        var first = Proof(BundleNames.FirstProof, manifest.FirstSequence, note);
        name(BundleNames.LastProof);
        var end = Proof(BundleNames.LastProof, manifest.LastSequence, note);
        BundleRun.Demand(
            MerkleRange.Root(leaves, manifest.FirstSequence - 1, checkpoint.Size, first.Hashes, end.Hashes) == checkpoint.Root,
            "The entries are not those that the last checkpoint commits to.");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{(manifest.Checkpoints == 1 ? "One signed checkpoint" : $"{manifest.Checkpoints} signed checkpoints")} of {manifest.Origin}{(manifest.Checkpoints == 1 ? "" : " extend one another; the last one")}, of {checkpoint.Size} entries, contains every entry here.");
    }

    private (SignedNote Note, Checkpoint Text) Read(int place)
    {
        byte[] bytes = archive.Read(BundleNames.Checkpoint(place));
        var note = SignedNote.Parse(bytes);
        var checkpoint = Checkpoint.Parse(note.Text);
        BundleRun.Demand(note.ToBytes().AsSpan().SequenceEqual(bytes), "It is not written as a checkpoint is.");
        BundleRun.Demand(
            string.Equals(checkpoint.Origin, manifest.Origin, StringComparison.Ordinal), "It is of another ledger.");
        BundleRun.Demand(keys.Any(note.IsSignedBy), "None of the keys of the bundle signed it.");
        return (note, checkpoint);
    }

    private void Extends(Checkpoint before, (SignedNote Note, Checkpoint Text) next, int place)
    {
        byte[] bytes = archive.Read(BundleNames.Consistency(place));
        var proof = ConsistencyProof.Parse(bytes);
        BundleRun.Demand(
            proof.ToBytes().AsSpan().SequenceEqual(bytes) && proof.OldSize == before.Size && next.Text.Size > before.Size
            && proof.Checkpoint.ToBytes().AsSpan().SequenceEqual(next.Note.ToBytes()) && proof.Proves(before.Root),
            "It does not prove that the checkpoint extends the one before it.");
    }

    private InclusionProof Proof(string file, long sequence, SignedNote checkpoint)
    {
        byte[] bytes = archive.Read(file);
        var proof = InclusionProof.Parse(bytes);
        BundleRun.Demand(
            proof.ToBytes().AsSpan().SequenceEqual(bytes) && proof.Index == sequence - 1
            && proof.Checkpoint.ToBytes().AsSpan().SequenceEqual(checkpoint.ToBytes()),
            "It is not the proof of this entry in the last checkpoint.");
        return proof;
    }
}
