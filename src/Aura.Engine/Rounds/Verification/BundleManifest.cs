using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Aura.Engine.Audit;
using Aura.Engine.Canon;

namespace Aura.Engine.Rounds.Verification;

/// <summary>What a bundle holds. It is signed, so that every byte of every file is covered.</summary>
/// <param name="Origin">The ledger.</param>
/// <param name="FirstSequence">The first entry.</param>
/// <param name="LastSequence">The last entry.</param>
/// <param name="Checkpoints">How many checkpoints there are; the last one covers every entry.</param>
/// <param name="Keys">The keys that sign, as keys of signed notes; the first one signs the bundle and the last checkpoint.</param>
/// <param name="DemoKeys">Whether the keys of the nodes are derived from a seed that anybody may know.</param>
/// <param name="ExportedAt">When the bundle was made, UTC.</param>
/// <param name="ExportedBy">Who asked for it: the opaque id of the account.</param>
/// <param name="Files">Every other file, by name.</param>
public sealed record BundleManifest(
    string Origin, long FirstSequence, long LastSequence, int Checkpoints, ImmutableArray<string> Keys, bool DemoKeys,
    DateTimeOffset ExportedAt, string ExportedBy, ImmutableArray<BundleFile> Files)
{
    /// <summary>The document's name and version.</summary>
    [JsonRequired]
    public string Schema
    {
        get;
        init => field = DocumentSchema.Checked(value, DocumentSchema.Bundle);
    } = DocumentSchema.Bundle;

    /// <summary>The canonical bytes.</summary>
    public byte[] ToBytes() => CanonicalJson.Serialize(this, RoundsJson.Default.BundleManifest);

    /// <summary>Reads a manifest back.</summary>
    /// <exception cref="FormatException">The bytes are not a manifest.</exception>
    public static BundleManifest Parse(ReadOnlySpan<byte> bytes) =>
        CanonicalJson.Deserialize(bytes, RoundsJson.Default.BundleManifest);

    /// <summary>The text that seals a manifest: signed, it is <see cref="BundleNames.Seal"/>.</summary>
    public static string SealOf(string origin, ReadOnlySpan<byte> manifest) =>
        $"{DocumentSchema.Bundle}\n{origin}\n{Convert.ToBase64String(Digest.Of(manifest).ToBytes())}\n";

    /// <summary>Whether the first key signed the manifest, and nobody else signed anything beside it.</summary>
    /// <exception cref="FormatException">The bytes are no signed note, or the first key is none.</exception>
    public bool IsSealedBy(ReadOnlySpan<byte> note, ReadOnlySpan<byte> manifest)
    {
        var seal = SignedNote.Parse(note);
        return seal.Signatures.Length == 1
            && string.Equals(seal.Text, SealOf(Origin, manifest), StringComparison.Ordinal)
            && seal.ToBytes().AsSpan().SequenceEqual(note)
            && seal.IsSignedBy(NoteKey.Parse(Keys[0]));
    }
}
