using System.IO.Compression;
using System.Text;

namespace Aura.Testing;

/// <summary>What somebody with a zip tool and an editor does to a bundle.</summary>
public static class BundleEdit
{
    /// <summary>The names of the files.</summary>
    public static IReadOnlyList<string> Names(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        return [.. archive.Entries.Select(file => file.FullName)];
    }

    /// <summary>The bytes of one file.</summary>
    public static byte[] Read(byte[] zip, string name)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        return BytesOf(archive.GetEntry(name) ?? throw new KeyNotFoundException(name));
    }

    /// <summary>Changes the first occurrence of a text in one file.</summary>
    public static byte[] Replace(byte[] zip, string file, string was, string with) => Rewrite(zip, (name, bytes) =>
    {
        if (name != file)
            return bytes;
        string text = Encoding.Latin1.GetString(bytes);
        int at = text.IndexOf(was, StringComparison.Ordinal);
        return at < 0
            ? throw new ArgumentException($"'{was}' is not in {file}.", nameof(was))
            : Encoding.Latin1.GetBytes(text[..at] + with + text[(at + was.Length)..]);
    });

    /// <summary>Packs all files again.</summary>
    /// <param name="zip">The bundle.</param>
    /// <param name="change">Gives the bytes that a file shall have; null leaves it out.</param>
    /// <param name="more">A file to add.</param>
    /// <param name="level">How the new archive is packed.</param>
    public static byte[] Rewrite(
        byte[] zip, Func<string, byte[], byte[]?> change, (string Name, byte[] Bytes)? more = null,
        CompressionLevel level = CompressionLevel.Fastest)
    {
        using var target = new MemoryStream();
        using (var written = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var read = new ZipArchive(new MemoryStream(zip));
            foreach (var file in read.Entries)
                if (change(file.FullName, BytesOf(file)) is { } kept)
                    Put(written, file.FullName, kept, level);
            if (more is var (name, added))
                Put(written, name, added, level);
        }

        return target.ToArray();
    }

    private static byte[] BytesOf(ZipArchiveEntry file)
    {
        using var bytes = new MemoryStream();
        using (var stream = file.Open())
            stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static void Put(ZipArchive archive, string name, byte[] bytes, CompressionLevel level)
    {
        using var stream = archive.CreateEntry(name, level).Open();
        stream.Write(bytes);
    }
}
