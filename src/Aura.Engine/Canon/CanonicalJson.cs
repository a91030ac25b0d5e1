using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Aura.Engine.Canon;

/// <summary>
/// Canonical documents: RFC 8785 JSON narrowed to objects, arrays, strings, booleans, null and integers below 2^53.
/// There are no fractions, so the number formatting of RFC 8785 §3.2.2.3 never comes into play.
/// </summary>
public static class CanonicalJson
{
    /// <summary>The largest magnitude an integer may have: 2^53 − 1, the last one every JSON reader keeps exactly.</summary>
    public const long LargestInteger = 9_007_199_254_740_991;

    private const int MaximumDepth = 64;

    private static readonly JsonDocumentOptions Strict = new()
    {
        AllowDuplicateProperties = false,
        AllowTrailingCommas = false,
        CommentHandling = JsonCommentHandling.Disallow,
        MaxDepth = MaximumDepth,
    };

    /// <summary>Serialises a value with its source-generated contract and returns the canonical UTF-8 bytes.</summary>
    /// <exception cref="FormatException">The value holds a fraction, an integer of 2^53 or more, or a lone surrogate.</exception>
    public static byte[] Serialize<T>(T value, JsonTypeInfo<T> contract)
    {
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(value, CanonicalContract.Of(contract));
        return CanonicalForm.Is(json) ? json : Canonicalize(json);
    }

    /// <summary>Reads a document that <see cref="Serialize{T}"/> wrote.</summary>
    /// <exception cref="FormatException">The bytes are not the expected document.</exception>
    public static T Deserialize<T>(ReadOnlySpan<byte> document, JsonTypeInfo<T> contract)
    {
        try
        {
            return JsonSerializer.Deserialize(document, contract)
                ?? throw new FormatException($"The document is null where a {typeof(T).Name} was expected.");
        }
        // The second: a document that leaves out which of several kinds it is.
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            throw new FormatException($"The document is not a {typeof(T).Name}: {exception.Message}", exception);
        }
    }

    /// <summary>Rewrites any JSON text of the allowed kinds into its one canonical form.</summary>
    /// <exception cref="FormatException">The text is not JSON, repeats a key, or holds a number that has no canonical form here.</exception>
    public static byte[] Canonicalize(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            var output = new ArrayBufferWriter<byte>(json.Length);
            Write(document.RootElement, output);
            return output.WrittenSpan.ToArray();
        }
        catch (JsonException exception)
        {
            throw new FormatException($"Not a JSON document: {exception.Message}", exception);
        }
        catch (InvalidOperationException exception)
        {
            // Raised for keys while the document is parsed and for values while they are read.
            throw new FormatException("A string holds half of a surrogate pair or is not UTF-8.", exception);
        }
    }

    private static void Write(JsonElement element, ArrayBufferWriter<byte> output)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(element, output);
                break;
            case JsonValueKind.Array:
                WriteArray(element, output);
                break;
            case JsonValueKind.String when IsPlain(JsonMarshal.GetRawUtf8Value(element)):
                output.Write(JsonMarshal.GetRawUtf8Value(element));
                break;
            case JsonValueKind.String:
                WriteString(element.GetString() ?? string.Empty, output);
                break;
            case JsonValueKind.Number:
                output.Write(Integer(element));
                break;
            case JsonValueKind.True:
                output.Write("true"u8);
                break;
            case JsonValueKind.False:
                output.Write("false"u8);
                break;
            case JsonValueKind.Null:
                output.Write("null"u8);
                break;
            default:
                throw new FormatException($"A canonical document cannot hold {element.ValueKind}.");
        }
    }

    private static void WriteObject(JsonElement element, ArrayBufferWriter<byte> output)
    {
        // RFC 8785 §3.2.3 sorts by UTF-16 code units, which is what ordinal comparison of .NET strings does.
        var members = element.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal);
        var separator = "{"u8;
        bool empty = true;
        foreach (var member in members)
        {
            output.Write(separator);
            if (IsPlain(JsonMarshal.GetRawUtf8PropertyName(member)))
                WriteQuoted(JsonMarshal.GetRawUtf8PropertyName(member), output);
            else
                WriteString(member.Name, output);
            output.Write(":"u8);
            Write(member.Value, output);
            separator = ","u8;
            empty = false;
        }

        output.Write(empty ? "{}"u8 : "}"u8);
    }

    private static void WriteArray(JsonElement element, ArrayBufferWriter<byte> output)
    {
        output.Write("["u8);
        bool first = true;
        foreach (var item in element.EnumerateArray())
        {
            if (!first)
                output.Write(","u8);
            Write(item, output);
            first = false;
        }

        output.Write("]"u8);
    }

    // Printable ASCII without an escape is its own canonical form: almost every string of a ledger.
    private static bool IsPlain(ReadOnlySpan<byte> raw) =>
        raw.IndexOf((byte)'\\') < 0 && raw.IndexOfAnyExceptInRange((byte)' ', (byte)'~') < 0;

    private static void WriteQuoted(ReadOnlySpan<byte> plain, ArrayBufferWriter<byte> output)
    {
        output.Write("\""u8);
        output.Write(plain);
        output.Write("\""u8);
    }

    private static void WriteString(string text, ArrayBufferWriter<byte> output)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (char c in text)
            _ = c switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\b' => quoted.Append("\\b"),
                '\t' => quoted.Append("\\t"),
                '\n' => quoted.Append("\\n"),
                '\f' => quoted.Append("\\f"),
                '\r' => quoted.Append("\\r"),
                < ' ' => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => quoted.Append(c),
            };

        try
        {
            output.Write(StrictUtf8.GetBytes(quoted.Append('"').ToString()));
        }
        catch (EncoderFallbackException exception)
        {
            throw new FormatException("A string holds half of a surrogate pair.", exception);
        }
    }

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static byte[] Integer(JsonElement element) =>
        element.TryGetInt64(out long value) && value is <= LargestInteger and >= -LargestInteger
            ? Encoding.ASCII.GetBytes(value.ToString(CultureInfo.InvariantCulture))
            : throw new FormatException(
                $"The number {element.GetRawText()} is not an integer below 2^53; decimals travel as strings.");
}
