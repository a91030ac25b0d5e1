namespace Aura.Engine.Audit;

/// <summary>Base 64 of RFC 4648 §4 with exactly one text for the same bytes: neither white space nor loose bits.</summary>
internal static class Base64Text
{
    public static byte[]? Read(string text)
    {
        byte[] bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out int length)
            && string.Equals(Convert.ToBase64String(bytes, 0, length), text, StringComparison.Ordinal)
            ? bytes[..length]
            : null;
    }
}
