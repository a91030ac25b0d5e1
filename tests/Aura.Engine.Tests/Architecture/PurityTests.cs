using System.Text.RegularExpressions;
using Aura.Engine.Canon;
using Aura.Testing;
using Xunit;

namespace Aura.Engine.Tests.Architecture;

/// <summary>R1 and R7: what the engine may reference and use, each with a canary that proves the proof can fail.</summary>
public sealed partial class PurityTests
{
    /// <summary>One use of each banned symbol; the name is the symbol's documentation id.</summary>
    private static readonly Dictionary<string, string> Uses = new(StringComparer.Ordinal)
    {
        ["P:System.DateTime.Now"] = "_ = DateTime.Now;",
        ["P:System.DateTime.UtcNow"] = "_ = DateTime.UtcNow;",
        ["P:System.DateTime.Today"] = "_ = DateTime.Today;",
        ["P:System.DateTimeOffset.Now"] = "_ = DateTimeOffset.Now;",
        ["P:System.DateTimeOffset.UtcNow"] = "_ = DateTimeOffset.UtcNow;",
        ["P:System.Random.Shared"] = "_ = Random.Shared.Next();",
        ["M:System.Random.#ctor"] = "_ = new Random();",
        ["M:System.Guid.NewGuid"] = "_ = Guid.NewGuid();",
        ["T:System.IO.File"] = "_ = System.IO.File.Exists(\"x\");",
        ["T:System.IO.Directory"] = "_ = System.IO.Directory.Exists(\"x\");",
        ["T:System.IO.FileStream"] = "_ = new System.IO.FileStream(\"x\", System.IO.FileMode.Open);",
        ["T:System.IO.FileInfo"] = "_ = new System.IO.FileInfo(\"x\");",
        ["T:System.IO.DirectoryInfo"] = "_ = new System.IO.DirectoryInfo(\"x\");",
        ["T:System.Console"] = "Console.WriteLine();",
        ["T:System.Environment"] = "_ = Environment.MachineName;",
        ["T:System.TimeZoneInfo"] = "_ = TimeZoneInfo.Utc;",
        ["T:System.Threading.Thread"] = "System.Threading.Thread.Sleep(1);",
        ["T:System.Threading.ThreadPool"] = "_ = System.Threading.ThreadPool.ThreadCount;",
        ["T:System.Threading.Tasks.Parallel"] = "Parallel.Invoke();",
        ["M:System.Threading.Tasks.Task.Wait"] = "Task.CompletedTask.Wait();",
        ["M:System.Threading.Tasks.Task.Wait(System.Int32)"] = "Task.CompletedTask.Wait(1);",
        ["M:System.Threading.Tasks.Task.Wait(System.TimeSpan)"] = "Task.CompletedTask.Wait(TimeSpan.Zero);",
        ["M:System.Threading.Tasks.Task.WaitAll(System.Threading.Tasks.Task[])"] = "Task.WaitAll(new[] { Task.CompletedTask });",
        ["M:System.Threading.Tasks.Task.WaitAny(System.Threading.Tasks.Task[])"] = "Task.WaitAny(new[] { Task.CompletedTask });",
        ["M:System.Runtime.CompilerServices.TaskAwaiter.GetResult"] = "Task.CompletedTask.GetAwaiter().GetResult();",
        ["M:System.Runtime.CompilerServices.TaskAwaiter`1.GetResult"] = "_ = Task.FromResult(1).GetAwaiter().GetResult();",
        ["P:System.Threading.Tasks.Task`1.Result"] = "_ = Task.FromResult(1).Result;",
        ["N:System.Net"] = "_ = System.Net.IPAddress.Loopback;",
        ["N:System.Net.Http"] = "_ = new System.Net.Http.HttpClient();",
        ["N:System.Net.Sockets"] = "_ = new System.Net.Sockets.TcpClient();",
        ["P:System.TimeProvider.System"] = "_ = TimeProvider.System;",
        ["T:System.Diagnostics.Stopwatch"] = "_ = System.Diagnostics.Stopwatch.GetTimestamp();",
        ["T:System.Security.Cryptography.RandomNumberGenerator"] = "_ = System.Security.Cryptography.RandomNumberGenerator.GetInt32(2);",
        ["M:System.Guid.CreateVersion7"] = "_ = Guid.CreateVersion7();",
        ["T:System.HashCode"] = "_ = HashCode.Combine(1, 2);",
        ["M:System.Math.Exp(System.Double)"] = "_ = Math.Exp(1);",
        ["M:System.Math.Pow(System.Double,System.Double)"] = "_ = Math.Pow(1, 2);",
        ["M:System.Math.Log(System.Double)"] = "_ = Math.Log(1);",
        ["M:System.Math.Log(System.Double,System.Double)"] = "_ = Math.Log(1, 2);",
        ["M:System.Math.Log10(System.Double)"] = "_ = Math.Log10(1);",
        ["M:System.Math.Sin(System.Double)"] = "_ = Math.Sin(1);",
        ["M:System.Math.Cos(System.Double)"] = "_ = Math.Cos(1);",
        ["M:System.Math.Cbrt(System.Double)"] = "_ = Math.Cbrt(1);",
    };

    private const string Innocent =
        "_ = decimal.Round(1.5m); _ = Math.Sqrt(2); _ = new Random(7).Next(); _ = Guid.Parse(\"\"); _ = Task.CompletedTask;";

    [Fact]
    public void The_engine_references_the_base_library_abstractions_and_BouncyCastle_and_nothing_else() =>
        Assert.Empty(Forbidden(typeof(Digest).Assembly));

    [Fact]
    public void The_reference_rule_can_fail() =>
        Assert.Contains("Microsoft.CodeAnalysis", Forbidden(typeof(PurityTests).Assembly));

    [Fact]
    public void The_project_of_the_engine_asks_for_one_package_and_the_browser()
    {
        string project = File.ReadAllText(Repository.PathOf("src", "Aura.Engine", "Aura.Engine.csproj"));

        Assert.Equal("BouncyCastle.Cryptography", Assert.Single(PackageReference().Matches(project)).Groups["name"].Value);
        Assert.DoesNotContain("ProjectReference", project, StringComparison.Ordinal);
        Assert.Contains("""<SupportedPlatform Include="browser" />""", project, StringComparison.Ordinal);
        Assert.Contains("<IsAotCompatible>true</IsAotCompatible>", project, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_symbol_banned_in_the_engine_has_a_canary()
    {
        // Symbols of packages that the engine cannot see are canaried where they can be seen.
        var banned = Symbols().Where(symbol => !symbol.Contains(":Hangfire.", StringComparison.Ordinal));

        Assert.Equal(Uses.Keys.Order(StringComparer.Ordinal), banned.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_use_of_a_banned_symbol_is_reported_and_an_innocent_one_is_not()
    {
        var snippets = Uses.Values.Select((use, i) => (Name: Name(i), use)).Append(("Innocent", Innocent)).ToDictionary();

        var found = await CompiledCanary.DiagnosticsAsync(snippets, Texts(), TestContext.Current.CancellationToken);

        Assert.Empty(Uses.Keys.Where((_, i) => !found[Name(i)].Contains("RS0030")));
        Assert.Empty(found["Innocent"]);

        static string Name(int i) => $"Use{i}";
    }

    [Fact]
    public async Task Without_the_list_nothing_is_reported()
    {
        var found = await CompiledCanary.DiagnosticsAsync(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["Use"] = "_ = DateTime.UtcNow;" }, [], TestContext.Current.CancellationToken);

        Assert.DoesNotContain("RS0030", found["Use"]);
    }

    [Fact]
    public async Task What_a_browser_cannot_do_is_reported()
    {
        var snippets = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Process"] = "_ = System.Diagnostics.Process.GetCurrentProcess().Id; System.Diagnostics.Process.Start(\"x\");",
            ["Cipher"] = "_ = System.Security.Cryptography.Aes.Create();",
            ["Hash"] = "_ = System.Security.Cryptography.SHA256.HashData(new byte[1]);",
        };

        var found = await CompiledCanary.DiagnosticsAsync(snippets, [], TestContext.Current.CancellationToken);

        Assert.Contains("CA1416", found["Process"]);
        Assert.Contains("CA1416", found["Cipher"]);
        Assert.Empty(found["Hash"]);
    }

    private static IEnumerable<string> Forbidden(System.Reflection.Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(reference => reference.Name ?? string.Empty)
            .Where(name => name is not "BouncyCastle.Cryptography"
                && !(name.StartsWith("System.", StringComparison.Ordinal) && !name.StartsWith("System.Net", StringComparison.Ordinal))
                && !name.EndsWith(".Abstractions", StringComparison.Ordinal));

    private static IEnumerable<string> Texts() =>
        [
            File.ReadAllText(Repository.PathOf("BannedSymbols.txt")),
            File.ReadAllText(Repository.PathOf("src", "Aura.Engine", "BannedSymbols.txt")),
        ];

    private static IEnumerable<string> Symbols() =>
        Texts().SelectMany(text => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Select(line => line.Split(';')[0]);

    [GeneratedRegex("""<PackageReference Include="(?<name>[^"]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PackageReference();
}
