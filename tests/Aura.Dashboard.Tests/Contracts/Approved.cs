using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Aura.Dashboard.Tests.Contracts;

/// <summary>
/// The shapes that other programs rely on, one approved file each. Values that differ from run to run or with the
/// market are replaced by their form; names, order, enums and codes stand as they are sent.
/// </summary>
internal static partial class Approved
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Matches(string name, JsonNode actual, [CallerFilePath] string test = "") =>
        IsExactly(name, Shape(actual)!, test);

    /// <summary>For a document that has no values of its own, such as a description.</summary>
    public static void IsExactly(string name, JsonNode actual, [CallerFilePath] string test = "")
    {
        string shape = actual.ToJsonString(Readable).ReplaceLineEndings("\n") + "\n";
        string file = Path.Combine(AppContext.BaseDirectory, "Contracts", $"{name}.json");
        string approved = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : string.Empty;
        if (string.Equals(shape, approved, StringComparison.Ordinal))
            return;

        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file + ".received", shape);
        Assert.Fail(
            $"{Path.GetFileName(test)}: the shape differs from the approved Contracts/{name}.json. Fields may be added, "
            + $"never changed. If this is an addition, make it the approved file:\n{shape}");
    }

    private static JsonNode? Shape(JsonNode? node) => node switch
    {
        null => null,
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, member.Key switch
        {
            "traceId" => "<trace>",
            "explanation" => Sentences(member.Value),
            _ => Shape(member.Value),
        }))),
        JsonArray items => new JsonArray([.. items.Select(Shape)]),
        _ => Form(node),
    };

    // That a number is explained is a promise, by which words is not.
    private static JsonNode? Sentences(JsonNode? explanation) => explanation switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Sentences(member.Value)))),
        null => null,
        _ => "<sentence>",
    };

    private static JsonNode Form(JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.Number => "<number>",
        JsonValueKind.String when value.GetValue<string>() is var text =>
            // Before decimals: the hash before the first entry is all zeros.
            DigestText().IsMatch(text) ? "<digest>"
            : DecimalText().IsMatch(text) ? "<decimal>"
            : TimeText().IsMatch(text) ? "<time>"
            : BytesText().IsMatch(text) ? "<base64>"
            : Guid.TryParseExact(text, "D", out _) ? "<uuid>"
            : FractionText().Replace(text, "<decimal>"),
        _ => value.DeepClone(),
    };

    [GeneratedRegex(@"^-?\d+(\.\d+)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DecimalText();

    [GeneratedRegex("^[0-9a-f]{64}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DigestText();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TimeText();

    [GeneratedRegex("^[A-Za-z0-9+/]{80,}={0,2}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BytesText();

    [GeneratedRegex(@"\d+\.\d{3,}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FractionText();
}
