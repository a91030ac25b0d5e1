using System.Text.Json.Nodes;

namespace Aura.Testing;

/// <summary>A settings file of the repository as single settings, so that a test can change some of them.</summary>
public static class SettingsFile
{
    /// <summary>Every value with its path, such as <c>Assets:0:Symbol</c>.</summary>
    public static IEnumerable<(string Key, string Value)> Read(string path) =>
        Flatten(string.Empty, JsonNode.Parse(File.ReadAllText(Repository.PathOf(path))));

    private static IEnumerable<(string Key, string Value)> Flatten(string path, JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Flatten(Below(path, member.Key), member.Value)),
        JsonArray items => items.Index().SelectMany(item => Flatten(Below(path, $"{item.Index}"), item.Item)),
        _ => [(path, node?.ToString() ?? string.Empty)],
    };

    private static string Below(string path, string name) => path.Length == 0 ? name : $"{path}:{name}";
}
