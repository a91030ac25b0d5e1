using System.Buffers;

namespace Aura.Engine.Canon;

/// <summary>The one check behind digests, keys and signatures: so many bytes, lower case.</summary>
internal static class Hexadecimal
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    public static string Checked(string text, int bytes, string kind) =>
        text.Length == 2 * bytes && !text.AsSpan().ContainsAnyExcept(Digits)
            ? text
            : throw new FormatException($"A {kind} is {2 * bytes} lower-case hexadecimal digits, not '{text}'.");
}
