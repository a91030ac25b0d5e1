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

    private static readonly string[] Carriers = ["Error Message", "Information", "Note", "error"];

    private static readonly string[] StatusMembers = ["code", "status", "statusCode", "status_code"];

    /// <summary>The refusal that an object states.</summary>
    /// <param name="root">The body's object.</param>
    /// <param name="expected">The member that a price would have come under.</param>
    public static Reading Of(JsonElement root, string expected)
    {
        if (!root.EnumerateObject().Any())
            return Reading.Refuse(RefusalCode.Empty, "The body is an empty object.");

        var texts = Texts(root).Select(text => new RefusalText(text)).ToList();
        int? status = StatusOf(root);
        return ClassOf(status, texts) is var code and not RefusalCode.None
            ? Reading.Refuse(code, ReasonOf(code, status))
            : Reading.Refuse(
                RefusalCode.Malformed,
                Carriers.Any(carrier => root.Text(carrier) is not null)
                    ? "The vendor refused with a sentence of no known class."
                    : $"The body has no member '{expected}'.");
    }

    /// <summary>The refusal that a proxy or a gateway states in plain words, or null when it is no such text.</summary>
    public static Reading? OfPlainText(ReadOnlySpan<byte> body) =>
        PlainText(body) is { } text && RefusalSentence.ClassOf(new RefusalText(text)) is var code and not RefusalCode.None
            ? Reading.Refuse(code, ReasonOf(code, status: null))
            : null;

    /// <summary>The sentences of a body, whether it is an object or plain text; none when it is neither.</summary>
    public static IReadOnlyList<RefusalText> SentencesOf(ReadOnlyMemory<byte> body) => JsonBody.Read<IReadOnlyList<RefusalText>>(
        body,
        root => [.. Texts(root).Select(text => new RefusalText(text))],
        _ => PlainText(body.Span) is { } text ? [new RefusalText(text)] : []);

    private static RefusalCode ClassOf(int? status, List<RefusalText> texts)
    {
        var said = texts.Select(RefusalSentence.ClassOf).FirstOrDefault(code => code is not RefusalCode.None);
        return status switch
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

    // A reason is part of the decision that a ledger records: rounds of earlier versions must be decided with the same words.
    private static string ReasonOf(RefusalCode code, int? status) => (code, status) switch
    {
        (RefusalCode.QuotaSpent, 429) => "The key's daily credits are used up.",
        (RefusalCode.QuotaSpent, _) => "The key's daily allowance is used up.",
        (RefusalCode.Throttled, 429) => "The key's credits of this minute are used up.",
        (RefusalCode.Throttled, _) => "The vendor asks for slower requests.",
        (RefusalCode.Entitlement, _) => "The key's plan does not include this endpoint.",
        (RefusalCode.BadKey, _) => "The key is missing or wrong.",
        (RefusalCode.UnknownSymbol, 404) => "The vendor does not know this symbol.",
        (RefusalCode.UnknownSymbol, _) => "The vendor does not know this function or symbol.",
        _ => "The vendor has no price while its market is closed.",
    };
}
