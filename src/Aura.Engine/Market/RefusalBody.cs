using System.Text;
using System.Text.Json;

namespace Aura.Engine.Market;

/// <summary>
/// Names the refusal in a body that lacks the expected data. Vendors answer refusals with HTTP 200 and move the same
/// sentence between members, so the class follows a status number where there is one and the words wherever they stand.
/// </summary>
internal static class RefusalBody
{
    // A refusal is a sentence or two; a longer body is data of another kind, and reading it all would cost time for nothing.
    private const int MostTexts = 16;
    private const int LongestPlainText = 500;

    private static readonly string[] StatusMembers = ["code", "status", "statusCode", "status_code"];

    /// <summary>The refusal that an object states.</summary>
    /// <param name="root">The body's object.</param>
    /// <param name="expected">The member that a price would have come under.</param>
    public static Reading Of(JsonElement root, string expected)
    {
        if (!root.EnumerateObject().Any())
            return Reading.Refuse(RefusalCode.Empty, "The body is an empty object.");

        var texts = Texts(root).Select(text => new RefusalText(text)).ToList();
        return ClassOf(root, texts) is var code and not RefusalCode.None
            ? Reading.Refuse(code, ReasonOf(code))
            : Reading.Refuse(RefusalCode.Malformed, $"The body has no member '{expected}' and no refusal of a known class.");
    }

    /// <summary>The refusal that a proxy or a gateway states in plain words, or null when it is no such text.</summary>
    public static Reading? OfPlainText(ReadOnlySpan<byte> body) =>
        PlainText(body) is { } text && RefusalSentence.ClassOf(new RefusalText(text)) is var code and not RefusalCode.None
            ? Reading.Refuse(code, ReasonOf(code))
            : null;

    /// <summary>The sentences of a body, whether it is an object or plain text; none when it is neither.</summary>
    public static IReadOnlyList<RefusalText> SentencesOf(ReadOnlyMemory<byte> body) => JsonBody.Read<IReadOnlyList<RefusalText>>(
        body,
        root => [.. Texts(root).Select(text => new RefusalText(text))],
        _ => PlainText(body.Span) is { } text ? [new RefusalText(text)] : []);

    private static RefusalCode ClassOf(JsonElement root, List<RefusalText> texts)
    {
        var said = texts.Select(RefusalSentence.ClassOf).FirstOrDefault(code => code is not RefusalCode.None);
        return StatusOf(root) switch
        {
            401 => RefusalCode.BadKey,
            402 or 403 => RefusalCode.Entitlement,
            404 => RefusalCode.UnknownSymbol,
            // One number for both: only the words tell a minute from a day.
            429 => said is RefusalCode.QuotaSpent ? said : RefusalCode.Throttled,
            _ => said,
        };
    }

    private static int? StatusOf(JsonElement root)
    {
        foreach (string name in StatusMembers)
            if (root.TryGetProperty(name, out var member)
                && member.ValueKind is JsonValueKind.Number && member.TryGetInt32(out int status))
                return status;

        return null;
    }

    // Sentences stand at the top or in one error object below it; anything deeper is data.
    private static IEnumerable<string> Texts(JsonElement root) => root.EnumerateObject()
        .SelectMany(member => member.Value.ValueKind is JsonValueKind.Object
            ? member.Value.EnumerateObject().Select(inner => inner.Value)
            : [member.Value])
        .Where(value => value.ValueKind is JsonValueKind.String)
        .Take(MostTexts)
        .Select(value => value.GetString() ?? string.Empty);

    // Markup is a page and no refusal of the vendor's own: what it says about requests may be about another program.
    private static string? PlainText(ReadOnlySpan<byte> body) =>
        body.Length is > 0 and <= LongestPlainText && char.IsAsciiLetter((char)body[0]) && Ascii.IsValid(body)
        && !body.Contains((byte)'<')
            ? Encoding.ASCII.GetString(body)
            : null;

    private static string ReasonOf(RefusalCode code) => code switch
    {
        RefusalCode.QuotaSpent => "The key's allowance is used up.",
        RefusalCode.Throttled => "The vendor asks for slower requests.",
        RefusalCode.Entitlement => "The key's plan does not include this endpoint.",
        RefusalCode.BadKey => "The key is missing or wrong.",
        RefusalCode.UnknownSymbol => "The vendor does not know this function or symbol.",
        _ => "The vendor has no price while its market is closed.",
    };
}
