using Aura.Testing;

namespace Aura.Engine.Tests.Market;

/// <summary>The kept bodies beside this file: invented numbers in each vendor's shape, and what vendors say instead.</summary>
internal static class OwnBody
{
    private static readonly string Folder = Repository.PathOf("tests", "Aura.Engine.Tests", "Market", "Bodies");

    public static IReadOnlyList<string> Names { get; } =
    [
        .. Directory.EnumerateFiles(Folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal),
    ];

    public static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(Folder, name));
}
