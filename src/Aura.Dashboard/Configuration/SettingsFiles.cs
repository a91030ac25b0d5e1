using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration.Json;

namespace Aura.Dashboard.Configuration;

/// <summary>
/// The JSON settings files of the content root. They travel with the repository and the image, so anybody reads them:
/// they must not hold a secret. Only in a file can a section be misspelt and recognised as such; the environment is
/// full of names that are not ours.
/// </summary>
internal static class SettingsFiles
{
    private const string Schema = "Aura.Dashboard.appsettings.schema.json";

    private static readonly Lazy<IReadOnlyList<string>> Sections = new(ReadSections);

    /// <summary>A sentence for every setting that has no place in a file. A value is never repeated.</summary>
    public static IReadOnlyList<string> FindFaults(IConfiguration configuration, string contentRoot) =>
    [
        .. from provider in JsonProviders(configuration)
           let file = FileOf(provider, contentRoot)
           where file is not null
           from fault in UnknownSections(provider, file).Concat(Secrets(provider, file))
           select fault,
    ];

    private static IEnumerable<string> UnknownSections(JsonConfigurationProvider provider, string file) =>
        from section in ChildrenOf(provider, null)
        where !Sections.Value.Contains(section, StringComparer.OrdinalIgnoreCase)
        select $"{section} in {file} is not a setting. Known are {string.Join(", ", Sections.Value)}.";

    private static IEnumerable<string> Secrets(JsonConfigurationProvider provider, string file) =>
        from setting in Values(provider, null)
        let reason = SecretText.FindReason(setting.Key, setting.Value)
        where reason is not null
        select $"{setting.Key} in {file} looks like a secret: {reason}. Remove it there and set the environment variable "
            + $"{setting.Key.Replace(":", "__", StringComparison.Ordinal)}, or use 'dotnet user-secrets' in Development.";

    private static IEnumerable<JsonConfigurationProvider> JsonProviders(IConfiguration configuration) =>
        configuration is not IConfigurationRoot root
            ? []
            : root.Providers.SelectMany(provider => provider switch
            {
                JsonConfigurationProvider json => [json],
                ChainedConfigurationProvider chained => JsonProviders(chained.Configuration),
                _ => Enumerable.Empty<JsonConfigurationProvider>(),
            });

    // User secrets are a JSON file too, in the developer's home; that home may lie below the content root.
    private static string? FileOf(JsonConfigurationProvider provider, string contentRoot)
    {
        if (provider.Source is not { Path: { } name, FileProvider: { } files }
            || files.GetFileInfo(name) is not { Exists: true, PhysicalPath: { } path })
            return null;

        string relative = Path.GetRelativePath(contentRoot, path);
        bool isOutside = Path.IsPathRooted(relative) || relative.StartsWith("..", StringComparison.Ordinal);
        string? folder = Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(path)));
        bool isUserSecrets = string.Equals(folder, "usersecrets", StringComparison.OrdinalIgnoreCase);
        return isOutside || isUserSecrets ? null : relative;
    }

    private static IEnumerable<(string Key, string Value)> Values(JsonConfigurationProvider provider, string? path)
    {
        if (path is not null && provider.TryGet(path, out string? value) && value is not null)
            yield return (path, value);
        foreach (string child in ChildrenOf(provider, path))
            foreach (var found in Values(provider, path is null ? child : ConfigurationPath.Combine(path, child)))
                yield return found;
    }

    private static IEnumerable<string> ChildrenOf(JsonConfigurationProvider provider, string? path) =>
        provider.GetChildKeys([], path).Distinct(StringComparer.OrdinalIgnoreCase);

    private static IReadOnlyList<string> ReadSections()
    {
        using var schema = Assembly.GetExecutingAssembly().GetManifestResourceStream(Schema)
            ?? throw new InvalidOperationException($"The resource {Schema} is missing.");
        return [.. JsonNode.Parse(schema)!["properties"]!.AsObject().Select(section => section.Key)];
    }
}
