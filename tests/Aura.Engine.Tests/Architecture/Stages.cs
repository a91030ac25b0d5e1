using System.Collections.Immutable;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace Aura.Engine.Tests.Architecture;

/// <summary>The nine stages in flow order (R2), and the check that upstream never sees downstream.</summary>
internal static class Stages
{
    public static readonly ImmutableArray<string> InOrder =
        ["Canon", "Market", "Nodes", "Consensus", "MasterLogic", "Breaker", "Audit", "Publishing", "Rounds"];

    /// <summary>
    /// Every dependency against the flow below a root namespace: bases, members, attributes and method bodies alike.
    /// </summary>
    public static IEnumerable<string> Violations(System.Reflection.Assembly assembly, string root)
    {
        var architecture = new ArchLoader().LoadAssembly(assembly).Build();
        return architecture.Types
            .Where(type => StageOf(type, root) >= 0)
            .SelectMany(type => type.Dependencies)
            .Where(dependency => StageOf(dependency.Target, root) > StageOf(dependency.Origin, root))
            .Select(dependency => $"{dependency.Origin.FullName} → {dependency.Target.FullName}")
            .Distinct(StringComparer.Ordinal);
    }

    /// <summary>How many types of each stage were looked at.</summary>
    public static IReadOnlyList<int> Sizes(System.Reflection.Assembly assembly, string root)
    {
        var stages = new ArchLoader().LoadAssembly(assembly).Build().Types.Select(type => StageOf(type, root)).ToList();
        return [.. InOrder.Select((_, i) => stages.Count(stage => stage == i))];
    }

    private static int StageOf(IType type, string root)
    {
        string name = type.FullName;
        if (!name.StartsWith(root + ".", StringComparison.Ordinal))
            return -1;

        string folder = name[(root.Length + 1)..].Split('.', 2)[0];
        return InOrder.IndexOf(folder);
    }
}
