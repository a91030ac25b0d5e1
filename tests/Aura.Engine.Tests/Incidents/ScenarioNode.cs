using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Aura.Engine.Tests.Incidents;

/// <summary>
/// One place in a scenario file. Whoever writes such a file is told which key is wrong, what stands there and what would
/// be accepted: a scenario that is silently read in another way proves something else than it says.
/// </summary>
internal sealed class ScenarioNode(string path, JsonElement element)
{
    /// <summary>The names of an object's members.</summary>
    public ImmutableArray<string> Keys => [.. Object.EnumerateObject().Select(member => member.Name)];

    private JsonElement Object => element.ValueKind is JsonValueKind.Object ? element : throw Wrong("an object");

    /// <summary>Reads the text of a file.</summary>
    /// <exception cref="FormatException">It is no JSON object.</exception>
    public static ScenarioNode Parse(string file, string text)
    {
        try
        {
            // Two values for one key are two opinions, of which the reader would take one in silence.
            var options = new JsonDocumentOptions { AllowDuplicateProperties = false };
            using var document = JsonDocument.Parse(text, options);
            return new ScenarioNode(file, document.RootElement.Clone());
        }
        catch (JsonException exception)
        {
            throw new FormatException($"{file} is not JSON: {exception.Message}", exception);
        }
    }

    /// <summary>Refuses a member that nobody reads: a misspelt key would otherwise change nothing.</summary>
    public ScenarioNode Only(params ImmutableArray<string> accepted)
    {
        foreach (string key in Keys)
            if (!accepted.Contains(key, StringComparer.Ordinal))
                throw new FormatException($"{path} has the key '{key}'; accepted are {string.Join(", ", accepted)}.");
        return this;
    }

    public bool Has(string key) => Object.TryGetProperty(key, out _);

    public ScenarioNode At(string key) => Object.TryGetProperty(key, out var child)
        ? new ScenarioNode($"{path}: {key}", child)
        : throw new FormatException($"{path} has no '{key}'; it has {(Keys.IsEmpty ? "nothing" : string.Join(", ", Keys))}.");

    public ImmutableArray<ScenarioNode> List(string key)
    {
        var list = At(key);
        return list.Element.ValueKind is JsonValueKind.Array
            ? [.. list.Element.EnumerateArray().Select((item, index) => new ScenarioNode($"{list.Path}[{index}]", item))]
            : throw list.Wrong("a list");
    }

    /// <summary>The list of a key; empty where the key is left out.</summary>
    public ImmutableArray<ScenarioNode> ListOrNone(string key) => Has(key) ? List(key) : [];

    public bool IsNull => element.ValueKind is JsonValueKind.Null;

    public string Text() =>
        element.ValueKind is JsonValueKind.String && element.GetString() is { Length: > 0 } text ? text : throw Wrong("a text");

    public bool Flag() => element.ValueKind is JsonValueKind.True or JsonValueKind.False
        ? element.GetBoolean()
        : throw Wrong("true or false");

    /// <summary>Prices are texts, as everywhere: a number of JSON would have been through binary fractions elsewhere.</summary>
    public decimal Price() =>
        element.ValueKind is JsonValueKind.String
        && decimal.TryParse(element.GetString(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal price)
        && price > 0m
            ? price
            : throw Wrong("a price above zero as a text, such as \"0.107\"");

    public int Whole(int lowest, int highest) =>
        element.ValueKind is JsonValueKind.Number && element.TryGetInt32(out int number) && number >= lowest && number <= highest
            ? number
            : throw Wrong($"a whole number from {lowest} to {highest}");

    public string OneOf(params ImmutableArray<string> accepted) =>
        element.ValueKind is JsonValueKind.String && accepted.Contains(element.GetString()!, StringComparer.Ordinal)
            ? element.GetString()!
            : throw Wrong($"one of {string.Join(", ", accepted)}");

    public T OneOf<T>(params ImmutableArray<T> accepted)
        where T : struct, Enum =>
        Enum.Parse<T>(OneOf([.. (accepted.IsEmpty ? [.. Enum.GetValues<T>()] : accepted).Select(value => value.ToString())]));

    /// <summary>What stands here is of the right form and still cannot be meant.</summary>
    public FormatException Wrong(string accepted) => new($"{path} is {element.GetRawText()}; accepted is {accepted}.");

    private string Path => path;

    private JsonElement Element => element;
}
