using System.Collections.Immutable;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace Aura.Dashboard.Tests.Architecture;

/// <summary>
/// The folders of the host, what each may use of the others (R4), and which vendor lives where (R3). Looks at every
/// dependency below a root namespace: bases, members, attributes and method bodies alike.
/// </summary>
internal sealed class HostFolders
{
    /// <summary>Every folder, by namespace below the root.</summary>
    public static readonly ImmutableArray<string> All =
    [
        "Api", "Audit", "Backtests", "Components", "Configuration", "Identity", "Operators", "Publishing.Hub", "Publishing.Live", "Queries",
        "Scheduling", "Sources", "Storage", "Telemetry", "Verbs", "Verifier",
    ];

    /// <summary>What every folder may use; the rest of the host is nobody's business but the builder's.</summary>
    public static readonly ImmutableArray<string> OpenToAll =
        ["Configuration", "Identity", "Operators", "Publishing.Live", "Queries"];

    /// <summary>A namespace of somebody else's code, and the one folder in which it lives.</summary>
    public static readonly ImmutableDictionary<string, string> HomeOf = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Hangfire"] = "Scheduling",
        ["Microsoft.EntityFrameworkCore"] = "Storage",
        ["Microsoft.AspNetCore.Identity.EntityFrameworkCore"] = "Storage",
        ["Microsoft.Data.Sqlite"] = "Storage",
        ["Npgsql"] = "Storage",
        ["System.Data"] = "Storage",
        ["Microsoft.AspNetCore.SignalR"] = "Publishing.Hub",
        ["MessagePack"] = "Publishing.Hub",
        ["MudBlazor"] = "Components",
        ["CsvHelper"] = "Sources",
        ["Polly"] = "Sources",
        ["Cronos"] = "Configuration",
        ["Microsoft.OpenApi"] = "Api",
        ["MathNet.Numerics"] = "Backtests",
    }.ToImmutableDictionary(StringComparer.Ordinal);

    // Patience is no vendor: vendors of prices and a restarting database server both deserve some.
    private static bool AlsoAt(string folder, string target) =>
        folder is "Storage" && target.StartsWith("Polly.", StringComparison.Ordinal);

    private readonly string _root;
    private readonly IReadOnlyList<(string Folder, IType Type)> _types;

    public HostFolders(System.Reflection.Assembly assembly, string root)
    {
        _root = root;
        _types =
        [
            .. new ArchLoader().LoadAssembly(assembly).Build().Types
                .Where(type => type.FullName.StartsWith(root + ".", StringComparison.Ordinal))
                .Select(type => (FolderOf(type.FullName)!, type)),
        ];
    }

    /// <summary>The folders that types really are in; empty for the root itself.</summary>
    public IEnumerable<string> Folders => _types.Select(found => found.Folder).Distinct(StringComparer.Ordinal);

    public IEnumerable<string> TypesIn(string folder) =>
        _types.Where(found => string.Equals(found.Folder, folder, StringComparison.Ordinal))
            .Select(found => found.Type.FullName);

    /// <summary>R4: who uses a folder that is not open to all.</summary>
    public IEnumerable<string> Trespasses(params IEnumerable<string> mayUseAll) =>
        from found in _types
        where !mayUseAll.Contains(found.Type.FullName.Split('+', '/')[0], StringComparer.Ordinal)
        from target in found.Type.Dependencies.Select(dependency => dependency.Target.FullName).Distinct(StringComparer.Ordinal)
        let folder = FolderOf(target)
        where folder is not null && !string.Equals(folder, found.Folder, StringComparison.Ordinal)
            && !OpenToAll.Contains(folder, StringComparer.Ordinal)
        select $"{found.Type.FullName} → {target}";

    /// <summary>R3: who uses a vendor outside the vendor's folder.</summary>
    public IEnumerable<string> Strays() =>
        from found in _types
        from target in found.Type.Dependencies.Select(dependency => dependency.Target.FullName).Distinct(StringComparer.Ordinal)
        let home = HomeOfType(target)
        where home is not null && !string.Equals(home, found.Folder, StringComparison.Ordinal)
            && !AlsoAt(found.Folder, target)
        select $"{found.Type.FullName} → {target}";

    /// <summary>The vendors that are used at all.</summary>
    public IEnumerable<string> Vendors() =>
        _types.SelectMany(found => found.Type.Dependencies.Select(dependency => VendorOf(dependency.Target.FullName)))
            .OfType<string>().Distinct(StringComparer.Ordinal);

    private static string? HomeOfType(string name) => VendorOf(name) is { } vendor ? HomeOf[vendor] : null;

    // The longest name wins: Identity's stores on EF are not the rest of Identity.
    private static string? VendorOf(string name) =>
        HomeOf.Keys.Where(vendor => name.StartsWith(vendor + ".", StringComparison.Ordinal))
            .MaxBy(vendor => vendor.Length);

    private string? FolderOf(string name)
    {
        if (!name.StartsWith(_root + ".", StringComparison.Ordinal))
            return null;

        string below = name[(_root.Length + 1)..];
        return All.FirstOrDefault(folder => below.StartsWith(folder + ".", StringComparison.Ordinal))
            ?? (below.LastIndexOf('.') is > 0 and var end && !below[..end].Contains('<', StringComparison.Ordinal)
                ? below[..end]
                : string.Empty);
    }
}
