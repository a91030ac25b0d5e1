using System.Globalization;
using System.Text;
using Aura.Engine.Canon;

namespace Aura.Testing;

/// <summary>
/// Bundles that somebody altered, each in one place and the same in every run: a byte changed, left out or added, the
/// rest cut off, a line repeated or left out.
/// </summary>
public static class AlteredBundle
{
    public const long Seed = 20_261_123;

    /// <summary>Alters a bundle.</summary>
    /// <param name="good">The bundle.</param>
    /// <param name="number">Which of the alterations.</param>
    /// <param name="how">What was done.</param>
    public static byte[] Of(byte[] good, int number, out string how)
    {
        var files = BundleEdit.Names(good).ToDictionary(name => name, name => BundleEdit.Read(good, name), StringComparer.Ordinal);
        // Every byte is as likely as any other, and every fourth time every file.
        string name = number % 4 == 3
            ? files.Keys.ElementAt(Draw(number, 0, files.Count))
            : FileAt(files, Draw(number, 0, files.Values.Sum(bytes => bytes.Length)));
        byte[] changed = Mutate(files[name], number, out string what);
        how = $"{name}, {what}";
        return BundleEdit.Rewrite(good, (file, bytes) => file == name ? changed : bytes);
    }

    /// <summary>A number below a limit; the same for the same case and place.</summary>
    public static int Draw(int number, int place, int limit) =>
        (int)(Engine.Canon.Draw.Fraction(Seed, "bundle", new RoundNumber(number), place) * limit);

    private static string FileAt(Dictionary<string, byte[]> files, int offset)
    {
        foreach (var (name, bytes) in files)
        {
            if (offset < bytes.Length)
                return name;
            offset -= bytes.Length;
        }

        throw new ArgumentOutOfRangeException(nameof(offset));
    }

    private static byte[] Mutate(byte[] bytes, int number, out string how)
    {
        int at = Draw(number, 1, bytes.Length);
        int kind = Draw(number, 2, 6);
        List<string> lines = [.. Encoding.Latin1.GetString(bytes).Split('\n')];
        int line = Draw(number, 3, lines.Count - 1);
        how = string.Create(CultureInfo.InvariantCulture, $"kind {kind} at byte {at}, line {line}");
        switch (kind)
        {
            case 0:
                return [.. bytes[..at], .. bytes[(at + 1)..]];
            case 1:
                return [.. bytes[..at], (byte)Draw(number, 4, 256), .. bytes[at..]];
            case 2:
                return bytes[..at];
            case 3 when lines.Count > 2:
                lines.Insert(line, lines[line]);
                return Encoding.Latin1.GetBytes(string.Join('\n', lines));
            case 4 when lines.Count > 2:
                lines.RemoveAt(line);
                return Encoding.Latin1.GetBytes(string.Join('\n', lines));
            default:
                byte[] flipped = [.. bytes];
                flipped[at] ^= (byte)(1 << Draw(number, 5, 8));
                return flipped;
        }
    }
}
