using System.Security.Cryptography;

namespace Aura.Dashboard.Sources;

/// <summary>The secret from which the keys of live nodes come: drawn once, and kept where only this account reads it.</summary>
internal static class NodeSecret
{
    private const string FileName = "node-keys";
    private const int Length = 32;

    /// <exception cref="InvalidDataException">The file is no secret; new keys would pretend to be other nodes.</exception>
    public static byte[] ReadOrCreate(string folder, RandomNumberGenerator chance)
    {
        Directory.CreateDirectory(folder);
        string path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
            Create(path, chance);
        byte[] secret = File.ReadAllBytes(path);
        return secret.Length == Length
            ? secret
            : throw new InvalidDataException($"{path} does not hold the {Length} bytes of the nodes' secret.");
    }

    private static void Create(string path, RandomNumberGenerator chance)
    {
        byte[] secret = new byte[Length];
        chance.GetBytes(secret);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(path, options);
        file.Write(secret);
        file.Flush(flushToDisk: true);
    }
}
