using System.Text;

namespace Aura.Engine.Market;

/// <summary>A key in all the spellings in which a body may repeat it.</summary>
internal sealed class EchoedKey
{
    private readonly byte[] _key;
    private readonly byte[][] _wholes;

    public EchoedKey(string key)
    {
        _key = Encoding.UTF8.GetBytes(key);
        _wholes = [.. Base64(_key).Append(Convert.ToHexString(_key)).Append(Convert.ToHexStringLower(_key))
            .Distinct(StringComparer.Ordinal).Select(Encoding.ASCII.GetBytes)];
    }

    /// <summary>The end of the occurrence that begins at a position, or 0 when none does.</summary>
    public int EndOf(ReadOnlySpan<byte> body, int start)
    {
        int end = EndOfSpelled(body, start);
        foreach (byte[] whole in _wholes)
            if (body[start..].StartsWith(whole))
                end = Math.Max(end, start + whole.Length);

        return end;
    }

    private int EndOfSpelled(ReadOnlySpan<byte> body, int start)
    {
        int at = start;
        for (int i = 0; i < _key.Length; i++)
        {
            // UTF-16 puts a zero beside each character.
            while (i > 0 && at < body.Length && body[at] == 0)
                at++;
            var (value, length) = EchoedCharacter.At(body, at);
            if (length == 0 || Lower(value) != Lower(_key[i]))
            {
                // A key that has an escape character of its own may stand there unescaped.
                if (at >= body.Length || Lower(body[at]) != Lower(_key[i]))
                    return 0;
                length = 1;
            }

            at += length;
        }

        return at;
    }

    private static byte Lower(byte value) => value is >= (byte)'A' and <= (byte)'Z' ? (byte)(value + 32) : value;

    // Inside a longer Base64 text the key may begin at any of three offsets. The characters at both ends mix with their
    // neighbours, so only those between are the key's alone.
    private static IEnumerable<string> Base64(byte[] key)
    {
        for (int offset = 0; offset < 3; offset++)
        {
            string text = Convert.ToBase64String([.. new byte[offset], .. key]);
            int first = ((offset * 8) + 5) / 6;
            int last = (offset + key.Length) * 8 / 6;
            string own = text[first..last];
            yield return own;
            yield return own.Replace('+', '-').Replace('/', '_');
        }
    }
}
