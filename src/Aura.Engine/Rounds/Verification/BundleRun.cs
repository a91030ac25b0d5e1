using System.Globalization;
using Aura.Engine.Audit;

namespace Aura.Engine.Rounds.Verification;

/// <summary>
/// One verification. Records come before files, so that what is named is the round that was altered and not only the
/// file that it stands in.
/// </summary>
internal sealed class BundleRun(Stream zip, string? expectedKey)
{
    private readonly List<string> _proved = [];
    private string _record = "the archive";
    private string? _signedBy;

    /// <summary>The result when a step found something that does not hold.</summary>
    public VerificationStep Fail(string reason) => new VerificationStep.Finished(new VerificationResult(
        VerificationVerdict.Failed, [.. _proved], new VerificationFailure(_record, Sentence(reason)), _signedBy));

    public IEnumerable<VerificationStep> Steps()
    {
        using var archive = new BundleArchive(zip);
        _record = BundleNames.Manifest;
        byte[] bytes = archive.Read(BundleNames.Manifest);
        var manifest = BundleManifest.Parse(bytes);
        Demand(manifest.ToBytes().AsSpan().SequenceEqual(bytes), "It is not in canonical form.");
        Demand(!manifest.Keys.IsDefaultOrEmpty, "It names no key.");
        Demand(
            manifest is { FirstSequence: > 0, Checkpoints: > 0 } && manifest.LastSequence >= manifest.FirstSequence,
            "It states no entries or no checkpoint.");
        List<NoteKey> keys = [.. manifest.Keys.Select(NoteKey.Parse)];
        _signedBy = keys[0].Fingerprint.Hex;

        var ledger = new BundleLedger(archive, manifest);
        foreach (var progress in ledger.Follow(record => _record = record))
            yield return progress;
        _proved.AddRange(ledger.Proved());

        yield return Progress("checkpoints");
        _proved.Add(new BundleCheckpoints(archive, manifest, keys).Check(ledger.Leaves, record => _record = record));

        foreach (string file in archive.Names.Where(name => name is not (BundleNames.Manifest or BundleNames.Seal)))
        {
            _record = file;
            var listed = manifest.Files.FirstOrDefault(known => string.Equals(known.Name, file, StringComparison.Ordinal));
            Demand(listed is not null, "It does not belong to the bundle.");
            foreach (var measured in archive.Measure(file))
            {
                Demand(
                    measured is null || measured == (listed?.Sha256, listed?.Bytes),
                    "It is not the file that the manifest lists.");
                yield return Progress(file);
            }
        }

        _record = BundleNames.Manifest;
        Demand(
            manifest.Files.Select(file => file.Name).SequenceEqual(
                archive.Names.Where(name => name is not (BundleNames.Manifest or BundleNames.Seal)), StringComparer.Ordinal),
            "It lists files that are not there.");
        _record = BundleNames.Seal;
        Demand(manifest.IsSealedBy(archive.Read(BundleNames.Seal), bytes), "The manifest is not signed by the key that it names.");
        _proved.Add(string.Create(
            CultureInfo.InvariantCulture,
            $"Every byte of the {manifest.Files.Length} files is covered by the manifest, which is signed with the key {_signedBy}."));

        _record = "the signer";
        Demand(
            expectedKey is null || keys[0].IsMeantBy(expectedKey),
            $"The bundle holds, but it is signed with the key {_signedBy} and not with the expected one.");
        yield return new VerificationStep.Finished(new VerificationResult(
            expectedKey is null ? VerificationVerdict.SignerNotConfirmed : VerificationVerdict.Verified,
            [.. _proved], null, _signedBy));

        VerificationStep.Progress Progress(string current) => new(ledger.Done, ledger.Total, current);
    }

    internal static void Demand(bool holds, string otherwise)
    {
        if (!holds)
            throw new FormatException(otherwise);
    }

    private static string Sentence(string reason) => reason.Length > 0 && reason[^1] is '.' or '!' or '?' ? reason : $"{reason}.";
}
