using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Aura.Engine.Tests.Architecture;

/// <summary>Compiles snippets under the analyzers of the build and says which diagnostics each one draws.</summary>
internal static class CompiledCanary
{
    /// <summary>The ids of the analyzers' diagnostics per snippet.</summary>
    /// <param name="snippets">Statements of a method, by name.</param>
    /// <param name="bannedSymbols">The texts of the BannedSymbols files in force.</param>
    /// <param name="cancellationToken">Ends the compilation.</param>
    public static async Task<ILookup<string, string>> DiagnosticsAsync(
        IReadOnlyDictionary<string, string> snippets, IEnumerable<string> bannedSymbols, CancellationToken cancellationToken)
    {
        var trees = snippets.Select(snippet => CSharpSyntaxTree.ParseText(
            Source(snippet.Key, snippet.Value), path: snippet.Key + ".cs", cancellationToken: cancellationToken));
        var compilation = CSharpCompilation.Create(
            "Canary", trees, PlatformReferences,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        var errors = compilation.GetDiagnostics(cancellationToken).Where(diagnostic => diagnostic.Severity is DiagnosticSeverity.Error).ToList();
        if (errors.Count > 0)
            throw new InvalidOperationException($"A canary does not compile: {string.Join('\n', errors)}");

        var options = new AnalyzerOptions(
            [.. bannedSymbols.Select((text, i) => new BannedSymbols($"BannedSymbols.{i}.txt", text))],
            new BrowserPlatform());
        var diagnostics = await compilation
            .WithAnalyzers(Analyzers, options)
            .GetAnalyzerDiagnosticsAsync(cancellationToken);
        return diagnostics.ToLookup(
            diagnostic => Path.GetFileNameWithoutExtension(diagnostic.Location.SourceTree?.FilePath ?? string.Empty),
            diagnostic => diagnostic.Id, StringComparer.Ordinal);
    }

    private static string Source(string name, string statements) => $$"""
        using System;
        using System.Threading.Tasks;
        internal static class {{name}} { internal static void Run() { {{statements}} } }
        """;

    private static IEnumerable<MetadataReference> PlatformReferences =>
        File.ReadLines(Path.Combine(Folder, "references.txt")).Select(path => MetadataReference.CreateFromFile(path));

    /// <summary>What the project's build left for the canaries: its analyzers and its reference assemblies.</summary>
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "canary");

    // Asked for by name: the assemblies also hold code fixes, whose base classes are not here.
    private static readonly string[] AnalyzerTypes =
    [
        "Microsoft.CodeAnalysis.CSharp.BannedApiAnalyzers.CSharpSymbolIsBannedAnalyzer",
        "Microsoft.NetCore.Analyzers.InteropServices.PlatformCompatibilityAnalyzer",
    ];

    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        .. Directory.EnumerateFiles(Folder, "*.dll")
            .Select(Assembly.LoadFrom)
            .SelectMany(assembly => AnalyzerTypes.Select(name => assembly.GetType(name)))
            .OfType<Type>()
            .Select(type => (DiagnosticAnalyzer?)Activator.CreateInstance(type))
            .OfType<DiagnosticAnalyzer>(),
    ];

    private sealed class BannedSymbols(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }

    /// <summary>The build properties with which the engine declares that it runs in a browser.</summary>
    private sealed class BrowserPlatform : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Properties();

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

        private sealed class Properties : AnalyzerConfigOptions
        {
            private static readonly Dictionary<string, string> Values = new(StringComparer.OrdinalIgnoreCase)
            {
                ["build_property.TargetFramework"] = "net10.0",
                ["build_property.TargetFrameworkIdentifier"] = ".NETCoreApp",
                ["build_property.TargetFrameworkVersion"] = "v10.0",
                ["build_property._SupportedPlatformList"] = "Linux,macOS,Windows,browser",
            };

            public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) =>
                Values.TryGetValue(key, out value);
        }
    }
}
