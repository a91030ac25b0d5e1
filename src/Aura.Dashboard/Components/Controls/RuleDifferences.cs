using System.Text.Json;

namespace Aura.Dashboard.Components.Controls;

/// <summary>
/// Compares two rule sets by their documents, so that a rule which nobody thought of here is compared too. Members of a
/// list are known by their name and not by their place: a source that is added does not change all those after it.
/// </summary>
internal static class RuleDifferences
{
    // What identifies a member of each list of the document.
    private static readonly string[] Names = ["id", "source", "symbol", "node", "date", "cause"];

    public static IReadOnlyList<RuleDifference> Between(ReadOnlyMemory<byte> before, ReadOnlyMemory<byte> after)
    {
        var old = Flatten(before);
        var now = Flatten(after);
        return
        [
            .. old.Keys.Union(now.Keys, StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Select(key => new RuleDifference(key, old.GetValueOrDefault(key), now.GetValueOrDefault(key)))
                .Where(rule => !string.Equals(rule.Before, rule.After, StringComparison.Ordinal)),
        ];
    }

    private static Dictionary<string, string> Flatten(ReadOnlyMemory<byte> bytes)
    {
        using var document = JsonDocument.Parse(bytes);
        var rules = new Dictionary<string, string>(StringComparer.Ordinal);
        Add(rules, string.Empty, document.RootElement);
        return rules;
    }

    private static void Add(Dictionary<string, string> rules, string path, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                    Add(rules, path.Length == 0 ? member.Name : $"{path}.{member.Name}", member.Value);
                break;
            case JsonValueKind.Array:
                foreach (var (place, item) in element.EnumerateArray().Index())
                    Add(rules, $"{path}[{NameOf(item) ?? place.ToString()}]", item);
                break;
            case JsonValueKind.Null:
                break;
            default:
                rules[path] = element.ToString();
                break;
        }
    }

    private static string? NameOf(JsonElement item) =>
        item.ValueKind is not JsonValueKind.Object
            ? null
            : Names.Select(name => item.TryGetProperty(name, out var found) ? found.ToString() : null)
                .FirstOrDefault(name => name is not null);
}
