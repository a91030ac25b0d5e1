using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;

namespace Aura.Engine.Market;

/// <summary>Strict reading of vendor JSON: no repeated keys, no trailing bytes, no depth beyond what vendors send.</summary>
internal static class JsonBody
{
    private const int MaximumDepth = 16;
    private const int MostDigits = 28;
    private const string NotUnicode = "The body holds text that is not valid Unicode.";

    private static readonly JsonDocumentOptions Strict = new()
    {
        AllowDuplicateProperties = false,
        AllowTrailingCommas = false,
        CommentHandling = JsonCommentHandling.Disallow,
        MaxDepth = MaximumDepth,
    };

    /// <summary>Parses the body and hands its root object to the reader; anything that is no JSON object is malformed.</summary>
    public static Reading Read(ReadOnlyMemory<byte> body, Func<JsonElement, Reading> read) => Read(
        body, read,
        reason => RefusalBody.OfPlainText(body.Span) ?? Reading.Refuse(RefusalCode.Malformed, reason));

    /// <summary>Parses the body and hands its root object, or why there is none, to a reader.</summary>
    public static T Read<T>(ReadOnlyMemory<byte> body, Func<JsonElement, T> read, Func<string, T> malformed)
    {
        try
        {
            using var document = JsonDocument.Parse(body, Strict);
            // The parser looks only at the text of what is read, and a body that is no text is not what any vendor sends.
            if (!Utf8.IsValid(body.Span))
                return malformed(NotUnicode);

            return document.RootElement.ValueKind is JsonValueKind.Object
                ? read(document.RootElement)
                : malformed("The body is JSON but not an object.");
        }
        catch (JsonException)
        {
            // The parser's message may quote the body, and a body may quote a key: only the position is safe to repeat.
            return malformed("The body is not strict JSON.");
        }
        catch (InvalidOperationException)
        {
            return malformed(NotUnicode);
        }
    }

    /// <summary>The text of a string member, or null.</summary>
    public static string? Text(this JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object
        && element.TryGetProperty(name, out var member) && member.ValueKind is JsonValueKind.String
            ? member.GetString()
            : null;

    /// <summary>The object under a name, or null.</summary>
    public static JsonElement? Child(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var member) && member.ValueKind is JsonValueKind.Object ? member : null;

    /// <summary>The amount under a name, written as a JSON number or as a string, or null when it is in no plain form.</summary>
    public static decimal? Amount(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var member) ? member.Amount() : null;

    /// <summary>The amount that a value states as a JSON number or as a string, or null when it is in no plain form.</summary>
    public static decimal? Amount(this JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Plain(value.GetString() ?? string.Empty),
        JsonValueKind.Number => Plain(value.GetRawText()),
        _ => null,
    };

    /// <summary>A whole number of seconds since 1970 under a name, or null.</summary>
    public static DateTimeOffset? UnixSeconds(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var member) ? member.UnixSeconds() : null;

    /// <summary>The instant that a value states as a whole number of seconds since 1970, or null.</summary>
    public static DateTimeOffset? UnixSeconds(this JsonElement value)
    {
        const long LastSecondOf9999 = 253_402_300_799;
        return value.ValueKind is JsonValueKind.Number
            && value.TryGetInt64(out long seconds)
            && seconds is > 0 and <= LastSecondOf9999
                ? DateTimeOffset.FromUnixTimeSeconds(seconds)
                : null;
    }

    /// <summary>A UTC time under a name in an exact format, or null.</summary>
    public static DateTimeOffset? UtcTime(this JsonElement element, string name, string format) =>
        DateTimeOffset.TryParseExact(
            element.Text(name), format, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : null;

    // Digits, one optional point, one optional minus: no exponent, no group separator, no comma, no NaN.
    private static decimal? Plain(string text)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        return text.Length > 0
            && text.All(c => char.IsAsciiDigit(c) || c is '.' or '-')
            && text.Count(char.IsAsciiDigit) <= MostDigits
            && decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out decimal value)
                ? value
                : null;
    }
}
