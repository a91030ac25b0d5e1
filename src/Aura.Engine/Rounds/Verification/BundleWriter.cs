using System.Collections.Immutable;
using System.IO.Compression;
using System.Security.Cryptography;
using Aura.Engine.Audit;
using Aura.Engine.Canon;

namespace Aura.Engine.Rounds.Verification;

/// <summary>Writes the files of a bundle one after the other, and last of all the signed list of them.</summary>
/// <param name="target">Where the archive goes; it need not be able to seek, and stays open.</param>
public sealed class BundleWriter(Stream target) : IAsyncDisposable
{
    private readonly ZipArchive _zip = new(target, ZipArchiveMode.Create, leaveOpen: true);
    private readonly List<BundleFile> _files = [];

    /// <summary>Writes a file.</summary>
    public async Task WriteAsync(string name, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        await PutAsync(name, bytes, cancellationToken).ConfigureAwait(false);
        _files.Add(new BundleFile(name, bytes.Length, Digest.Of(bytes.Span)));
    }

    /// <summary>Writes a file of lines, each as it comes.</summary>
    public async Task WriteLinesAsync(
        string name, IAsyncEnumerable<ReadOnlyMemory<byte>> lines, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        long length = 0;
        ReadOnlyMemory<byte> end = "\n"u8.ToArray();
        var file = await _zip.CreateEntry(name).OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (file.ConfigureAwait(false))
        {
            await foreach (var line in lines.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                foreach (var part in (ReadOnlyMemory<byte>[])[line, end])
                {
                    hash.AppendData(part.Span);
                    await file.WriteAsync(part, cancellationToken).ConfigureAwait(false);
                    length += part.Length;
                }
            }
        }

        _files.Add(new BundleFile(name, length, Digest.OfHash(hash.GetHashAndReset())));
    }

    /// <summary>Writes the manifest and its seal; nothing can be added afterwards.</summary>
    /// <param name="manifest">Given without its list of files.</param>
    /// <param name="seal">Signs a text with the first key of the manifest.</param>
    /// <param name="cancellationToken">Cancels the writing.</param>
    public async Task SealAsync(
        BundleManifest manifest, Func<string, ValueTask<SignedNote>> seal, CancellationToken cancellationToken)
    {
        ImmutableArray<BundleFile> files = [.. _files.OrderBy(file => file.Name, StringComparer.Ordinal)];
        byte[] bytes = (manifest with { Files = files }).ToBytes();
        var note = await seal(BundleManifest.SealOf(manifest.Origin, bytes)).ConfigureAwait(false);
        await PutAsync(BundleNames.Manifest, bytes, cancellationToken).ConfigureAwait(false);
        await PutAsync(BundleNames.Seal, note.ToBytes(), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _zip.DisposeAsync();

    private async Task PutAsync(string name, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        var file = await _zip.CreateEntry(name).OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (file.ConfigureAwait(false))
            await file.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
    }
}
