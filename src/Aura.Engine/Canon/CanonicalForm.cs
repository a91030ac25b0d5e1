using System.Text.Json;

namespace Aura.Engine.Canon;

/// <summary>
/// Recognises bytes that are their own canonical form, in one pass and without a copy. It may miss some: escaped keys,
/// strings beyond printable ASCII, and integers of more than 15 digits are left to whoever writes the canonical form.
/// </summary>
public static class CanonicalForm
{
    private const int MaximumDepth = 64;
    private const int PlainDigits = 15;

    /// <summary>Whether the bytes are surely canonical.</summary>
    /// <exception cref="JsonException">They are not JSON.</exception>
    public static bool Is(ReadOnlySpan<byte> json)
    {
        // White space is what is left when every token and separator has been counted.
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MaximumDepth });
        Span<Range> keys = stackalloc Range[MaximumDepth + 1];
        int length = 0;
        bool isFirst = true;
        while (reader.Read())
        {
            bool isEnd = reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray;
            length += isFirst || isEnd ? 0 : 1;
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    keys[reader.CurrentDepth + 1] = default;
                    length++;
                    break;
                case JsonTokenType.PropertyName:
                    ref var before = ref keys[reader.CurrentDepth];
                    var key = reader.ValueSpan;
                    if (reader.ValueIsEscaped || !IsPrintable(key) || (!before.Equals(default) && json[before].SequenceCompareTo(key) >= 0))
                        return false;
                    int start = (int)reader.TokenStartIndex + 1;
                    before = start..(start + key.Length);
                    length += key.Length + 2;
                    break;
                case JsonTokenType.String:
                    if (!IsPrintable(reader.ValueSpan) || (reader.ValueIsEscaped && !IsShortlyEscaped(reader.ValueSpan)))
                        return false;
                    length += reader.ValueSpan.Length + 2;
                    break;
                case JsonTokenType.Number:
                    if (!IsInteger(reader.ValueSpan))
                        return false;
                    length += reader.ValueSpan.Length;
                    break;
                default:
                    length += isEnd || reader.TokenType is JsonTokenType.StartArray ? 1 : reader.ValueSpan.Length;
                    break;
            }

            isFirst = reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray;
        }

        return length == json.Length;
    }

    private static bool IsPrintable(ReadOnlySpan<byte> text) => text.IndexOfAnyExceptInRange((byte)' ', (byte)'~') < 0;

    // RFC 8785 §3.2.2.2: where there is a short escape it is the only one, and a slash has none.
    private static bool IsShortlyEscaped(ReadOnlySpan<byte> text)
    {
        for (int at = text.IndexOf((byte)'\\'); at >= 0; at = text.IndexOf((byte)'\\'))
        {
            if (!"\"\\bfnrt"u8.Contains(text[at + 1]))
                return false;
            text = text[(at + 2)..];
        }

        return true;
    }

    private static bool IsInteger(ReadOnlySpan<byte> number)
    {
        var digits = number[0] == '-' ? number[1..] : number;
        return digits.Length <= PlainDigits
            && digits.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0
            && (digits[0] != '0' || number.Length == 1);
    }
}
