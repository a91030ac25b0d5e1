using System.Text;

namespace Aura.Engine.Market;

/// <summary>
/// Removes a key that a vendor echoes before its body is stored or shown. The keys are given: what looks like a key is
/// not guessed, since a guess that misses would pass for a promise.
/// </summary>
public static class BodyRedaction
{
    /// <summary>What stands in a body where a key was.</summary>
    public const string Marker = "[redacted]";

    /// <summary>Characters of the shortest text that counts as a key; a shorter one would erase ordinary words.</summary>
    public const int ShortestKey = 4;

    /// <summary>
    /// Replaces every occurrence of every key, in any case: plain, with any of its characters written as a JSON escape, a
    /// percent escape or an HTML entity, in UTF-16, in hexadecimal and inside Base64.
    /// </summary>
    /// <param name="body">The raw body.</param>
    /// <param name="keys">
    /// The keys of every node, in ASCII as vendors issue them; those shorter than <see cref="ShortestKey"/> are passed over.
    /// </param>
    public static RedactedBody Of(ReadOnlyMemory<byte> body, IEnumerable<string> keys)
    {
        var searched = keys
            .Where(key => key.Trim().Length >= ShortestKey).Select(key => new EchoedKey(key.Trim())).ToList();
        var passages = Passages(body.Span, searched);
        return passages.Count == 0 ? new RedactedBody(body, 0) : new RedactedBody(Without(body.Span, passages), passages.Count);
    }

    // Two keys may overlap in a body: what remains of one beside the other would still be a piece of a key.
    private static List<(int Start, int End)> Passages(ReadOnlySpan<byte> body, List<EchoedKey> keys)
    {
        var passages = new List<(int Start, int End)>();
        for (int start = 0; start < body.Length; start++)
        {
            int end = 0;
            foreach (var key in keys)
                end = Math.Max(end, key.EndOf(body, start));
            if (end == 0)
                continue;
            if (passages.Count > 0 && start < passages[^1].End)
                passages[^1] = (passages[^1].Start, Math.Max(end, passages[^1].End));
            else
                passages.Add((start, end));
        }

        return passages;
    }

    private static byte[] Without(ReadOnlySpan<byte> body, List<(int Start, int End)> passages)
    {
        using var result = new MemoryStream(body.Length);
        int from = 0;
        foreach (var (start, end) in passages)
        {
            result.Write(body[from..start]);
            result.Write(Encoding.ASCII.GetBytes(Marker));
            from = end;
        }

        result.Write(body[from..]);
        return result.ToArray();
    }
}
