using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using Aura.Testing;

namespace Aura.Dashboard.Tests.Configuration;

/// <summary>One setting as the schema states it.</summary>
/// <param name="Key">As in messages, with <c>{i}</c> for any index.</param>
/// <param name="Node">Its part of the schema.</param>
internal sealed record SchemaSetting(string Key, JsonObject Node)
{
    public string Type => (string)Node["type"]!;

    public string? Default => SettingsSchema.TextOf(Node["default"]);

    public string? Lowest => SettingsSchema.TextOf(Node["minimum"] ?? Node["x-lowest"]);

    public string? Highest => SettingsSchema.TextOf(Node["maximum"] ?? Node["x-highest"]);

    public string? Above => SettingsSchema.TextOf(Node["exclusiveMinimum"]);

    public string Description => (string?)Node["description"] ?? string.Empty;

    public IReadOnlyList<string> Accepted => Node["enum"] is JsonArray names ? [.. names.Select(name => (string)name!)]
        : Type is "boolean" ? ["true", "false"] : [];

    /// <summary>The key of the first entry of every list.</summary>
    public string FirstKey => Key.Replace("{i}", "0", StringComparison.Ordinal).Replace("{j}", "0", StringComparison.Ordinal);
}

/// <summary>One setting as the host reads it.</summary>
internal sealed record OptionsSetting(string Key, Type Type, string? Default);

/// <summary>The settings of the schema and those of the options classes, in one form that can be compared.</summary>
internal static class SettingsSchema
{
    // What belongs to the framework: the schema names it, no options class of ours reads it.
    public static readonly IReadOnlyList<string> OfTheFramework = ["$schema", "Logging", "AllowedHosts", "Kestrel"];

    public static string Path { get; } = Repository.PathOf("appsettings.schema.json");

    public static JsonObject Load() => JsonNode.Parse(File.ReadAllText(Path))!.AsObject();

    /// <summary>Every setting of ours, in the order of the file.</summary>
    public static IReadOnlyList<SchemaSetting> Settings(JsonObject schema) =>
        [.. schema["properties"]!.AsObject()
            .Where(entry => !OfTheFramework.Contains(entry.Key, StringComparer.Ordinal))
            .SelectMany(entry => Flatten(entry.Key, entry.Value!.AsObject()))];

    /// <summary>Every object of ours, the root included, for rules about unknown keys.</summary>
    public static IEnumerable<(string Key, JsonObject Node)> Objects(JsonObject schema) =>
        schema["properties"]!.AsObject()
            .Where(entry => !OfTheFramework.Contains(entry.Key, StringComparer.Ordinal))
            .SelectMany(entry => ObjectsOf(entry.Key, entry.Value!.AsObject()))
            .Prepend((string.Empty, schema));

    /// <summary>Options classes that no other options class contains: each is a section, or the root, of the settings.</summary>
    public static IReadOnlyList<Type> Roots(Assembly assembly)
    {
        var all = assembly.GetTypes().Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal)).ToList();
        var contained = all.SelectMany(Bindable).Select(property => ElementOf(property.PropertyType)).ToHashSet();
        return [.. all.Where(type => !contained.Contains(type)).OrderBy(type => type.Name, StringComparer.Ordinal)];
    }

    /// <summary>Every setting below a root, with the default that its class gives.</summary>
    public static IReadOnlyList<OptionsSetting> Settings(Type root) =>
        [.. Read(SectionOf(root), Activator.CreateInstance(root)!, depth: 0)];

    /// <summary>The section that a root is bound to; empty for the root of all settings.</summary>
    public static string SectionOf(Type root) =>
        root.GetField("Section", BindingFlags.Public | BindingFlags.Static)?.GetRawConstantValue() as string ?? string.Empty;

    public static string? TextOf(JsonNode? node) => node?.GetValueKind() switch
    {
        null => null,
        System.Text.Json.JsonValueKind.String => (string?)node,
        _ => node.ToJsonString(),
    };

    private static IEnumerable<SchemaSetting> Flatten(string key, JsonObject node, int depth = 0) => node switch
    {
        _ when node["properties"] is JsonObject properties =>
            properties.SelectMany(entry => Flatten($"{key}:{entry.Key}", entry.Value!.AsObject(), depth)),
        _ when node["items"] is JsonObject items => Flatten($"{key}:{Index(depth)}", items, depth + 1),
        _ => [new SchemaSetting(key, node)],
    };

    private static IEnumerable<(string Key, JsonObject Node)> ObjectsOf(string key, JsonObject node, int depth = 0) =>
        node switch
        {
            _ when node["properties"] is JsonObject properties => properties
                .SelectMany(entry => ObjectsOf($"{key}:{entry.Key}", entry.Value!.AsObject(), depth)).Prepend((key, node)),
            _ when node["items"] is JsonObject items => ObjectsOf($"{key}:{Index(depth)}", items, depth + 1),
            _ => [],
        };

    private static IEnumerable<OptionsSetting> Read(string section, object options, int depth) =>
        Bindable(options.GetType()).SelectMany(property =>
        {
            string key = section.Length == 0 ? property.Name : $"{section}:{property.Name}";
            object? value = property.GetValue(options);
            return ElementOf(property.PropertyType) is var element && element.Name.EndsWith("Options", StringComparison.Ordinal)
                ? value is IList
                    ? Read($"{key}:{Index(depth)}", Activator.CreateInstance(element)!, depth + 1)
                    : Read(key, value!, depth)
                : [new OptionsSetting(key, property.PropertyType, DefaultText(value))];
        });

    private static IEnumerable<PropertyInfo> Bindable(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite);

    private static Type ElementOf(Type type) =>
        type.IsGenericType && typeof(IList).IsAssignableFrom(type) ? type.GenericTypeArguments[0]
        : Nullable.GetUnderlyingType(type) ?? type;

    private static string Index(int depth) => depth == 0 ? "{i}" : "{j}";

    private static string? DefaultText(object? value) => value switch
    {
        null => null,
        IDictionary => null,
        bool flag => flag ? "true" : "false",
        decimal number => number.ToString("0.############", CultureInfo.InvariantCulture),
        IFormattable plain => plain.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
