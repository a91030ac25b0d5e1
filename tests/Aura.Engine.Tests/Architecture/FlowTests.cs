using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Aura.Engine.Canon;
using Aura.Testing;
using Xunit;

namespace Aura.Engine.Tests.Architecture;

/// <summary>R2: flow order.</summary>
public sealed partial class FlowTests
{
    private static readonly System.Reflection.Assembly Engine = typeof(Digest).Assembly;

    [Fact]
    public void Upstream_never_sees_downstream() => Assert.Empty(Stages.Violations(Engine, "Aura.Engine"));

    [Fact]
    public void The_rule_looks_at_every_stage() => Assert.All(Stages.Sizes(Engine, "Aura.Engine"), size => Assert.True(size > 3));

    [Fact]
    public void The_rule_can_fail()
    {
        const string Root = "Aura.Engine.Tests.Architecture.CanaryEngine";
        var violations = Stages.Violations(typeof(FlowTests).Assembly, Root).ToList();

        foreach (string way in (string[])["ByBase", "ByField", "ByParameter", "ByGenericArgument", "ByBodyOnly"])
            Assert.Contains($"{Root}.Canon.{way} → {Root}.Rounds.Downstream", violations);
        Assert.DoesNotContain(violations, violation => violation.StartsWith($"{Root}.Publishing", StringComparison.Ordinal));
    }

    [Fact]
    public void Folders_namespaces_and_README_tell_the_same_story()
    {
        string folder = Repository.PathOf("src", "Aura.Engine");
        var readme = Numbered().Matches(File.ReadAllText(Path.Combine(folder, "README.md")))
            .Select(match => match.Groups["stage"].Value);
        var folders = Directory.EnumerateDirectories(folder).Select(path => Path.GetFileName(path))
            .Where(name => name is not ("bin" or "obj"));
        var namespaces = Engine.GetTypes().Select(type => type.Namespace ?? string.Empty)
            .Where(name => name.StartsWith("Aura.Engine.", StringComparison.Ordinal))
            .Select(name => name.Split('.')[2]).Distinct(StringComparer.Ordinal);

        Assert.Equal(Stages.InOrder, readme);
        Assert.Equal(Stages.InOrder.Order(StringComparer.Ordinal), folders.Order(StringComparer.Ordinal));
        Assert.Equal(Stages.InOrder.Order(StringComparer.Ordinal), namespaces.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("appsettings.json", null)]
    [InlineData("appsettings.schema.json", "properties")]
    public void Sections_of_the_settings_stand_in_the_order_of_the_flow(string file, string? below)
    {
        var root = JsonNode.Parse(File.ReadAllText(Repository.PathOf(file)))!.AsObject();
        string[] sections =
            [.. (below is null ? root : root[below]!.AsObject()).Select(section => section.Key).Where(Stages.InOrder.Contains)];

        Assert.True(sections.Length >= 5, $"{file} names only {string.Join(", ", sections)}.");
        Assert.Equal(sections.OrderBy(section => Stages.InOrder.IndexOf(section)), sections);
    }

    [Fact]
    public void Types_of_the_engine_are_sealed_abstract_or_static_and_have_no_public_setter()
    {
        var types = Engine.GetTypes().Where(type => type.IsClass && type.Namespace?.StartsWith("Aura.Engine", StringComparison.Ordinal) is true)
            .Where(type => !type.Name.StartsWith('<'))
            .ToList();

        Assert.Empty(types.Where(type => !type.IsSealed && !type.IsAbstract).Select(type => type.FullName));
        Assert.Empty(types.SelectMany(type => type.GetProperties())
            .Where(property => property.SetMethod is { IsPublic: true } setter && !IsInitOnly(setter))
            .Where(property => property.DeclaringType?.Namespace?.StartsWith("Aura.Engine", StringComparison.Ordinal) is true)
            .Select(property => $"{property.DeclaringType}.{property.Name}"));
        Assert.Empty(types.SelectMany(type => type.GetFields())
            .Where(field => !field.IsInitOnly && !field.IsLiteral)
            .Select(field => $"{field.DeclaringType}.{field.Name}"));
    }

    private static bool IsInitOnly(System.Reflection.MethodInfo setter) =>
        setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit));

    [GeneratedRegex(@"^\d\. \*\*(?<stage>\w+)\*\* · ", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Numbered();
}
