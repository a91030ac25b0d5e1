using System.IO.Compression;
using System.Security.Cryptography;
using Aura.Engine.Canon;

namespace Aura.Engine.Rounds.Verification;

/// <summary>The files of a bundle, whatever the archive's own bytes are.</summary>
internal sealed class BundleArchive : IDisposable
{
    // Far above what any file here needs, and below what would fill a browser's memory.
    private const int LargestSmallFile = 64 * 1024 * 1024;

    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _files = new(StringComparer.Ordinal);

    /// <summary>Opens an archive.</summary>
    /// <exception cref="FormatException">It is none, or holds two files of one name.</exception>
    public BundleArchive(Stream stream)
    {
        try
        {
            _zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            foreach (var file in _zip.Entries)
            {
                if (!_files.TryAdd(file.FullName, file))
                    throw new FormatException($"It holds two files named {file.FullName}.");
            }
        }
        catch (InvalidDataException exception)
        {
            throw new FormatException($"It is not a zip archive: {exception.Message}", exception);
        }
    }

    public IEnumerable<string> Names => _files.Keys.Order(StringComparer.Ordinal);

    public bool Has(string name) => _files.ContainsKey(name);

    /// <summary>A whole file that is known to be small.</summary>
    /// <exception cref="FormatException">It is missing, too large or damaged.</exception>
    public byte[] Read(string name)
    {
        using var buffer = new MemoryStream();
        using var stream = Open(name);
        byte[] chunk = new byte[16 * 1024];
        for (int read = Next(stream, chunk, name); read > 0; read = Next(stream, chunk, name))
        {
            if (buffer.Length + read > LargestSmallFile)
                throw new FormatException($"{name} is larger than {LargestSmallFile} bytes.");
            buffer.Write(chunk, 0, read);
        }

        return buffer.ToArray();
    }

    /// <summary>A file of lines.</summary>
    /// <exception cref="FormatException">It is missing.</exception>
    public BundleLines Lines(string name) => new(name, Open(name));

    /// <summary>The digest and the length of a file, in small steps: null until the last one.</summary>
    /// <exception cref="FormatException">It is missing or damaged.</exception>
    public IEnumerable<(Digest Digest, long Length)?> Measure(string name)
    {
        using var stream = Open(name);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] chunk = new byte[256 * 1024];
        long length = 0;
        for (int read = Next(stream, chunk, name); read > 0; read = Next(stream, chunk, name))
        {
            hash.AppendData(chunk, 0, read);
            length += read;
            yield return null;
        }

        yield return (Digest.OfHash(hash.GetHashAndReset()), length);
    }

    public void Dispose() => _zip.Dispose();

    internal static int Next(Stream stream, Span<byte> chunk, string name)
    {
        try
        {
            return stream.Read(chunk);
        }
        catch (InvalidDataException exception)
        {
            throw new FormatException($"{name} is damaged: {exception.Message}", exception);
        }
    }

    private Stream Open(string name)
    {
        if (!_files.TryGetValue(name, out var file))
            throw new FormatException($"The file {name} is missing.");
        try
        {
            return file.Open();
        }
        catch (InvalidDataException exception)
        {
            throw new FormatException($"{name} is damaged: {exception.Message}", exception);
        }
    }
}
