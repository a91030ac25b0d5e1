using System.Reflection;
using System.Text.Json;

namespace Aura.Dashboard.Sources.Scenarios;

/// <summary>The scenario files, embedded in the assembly so that published output needs no folder beside it.</summary>
internal static class ScenarioLibrary
{
    private const string Prefix = "Aura.Dashboard.Scenarios.";
    private const string Suffix = ".json";

    private static readonly Assembly Home = typeof(ScenarioLibrary).Assembly;
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>The names that settings may choose from, sorted.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. Home.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..^Suffix.Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Reads a scenario.</summary>
    /// <exception cref="ArgumentException">There is none of this name.</exception>
    public static Scenario Load(string name)
    {
        using var stream = Home.GetManifestResourceStream(Prefix + name + Suffix)
            ?? throw new ArgumentException($"There is no scenario '{name}'.", nameof(name));
        return JsonSerializer.Deserialize<Scenario>(stream, Format)
            ?? throw new InvalidOperationException($"The scenario file '{name}' is empty.");
    }
}
