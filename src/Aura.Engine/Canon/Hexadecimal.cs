namespace Aura.Engine.Canon;

/// <summary>The one check behind digests, keys and signatures: so many bytes, lower case.</summary>
internal static class Hexadecimal
{
    public static string Checked(string text, int bytes, string kind) =>
        text.Length == 2 * bytes && text.All(char.IsAsciiHexDigitLower)
            ? text
            : throw new FormatException($"A {kind} is {2 * bytes} lower-case hexadecimal digits, not '{text}'.");
}
