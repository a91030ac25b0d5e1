using System.Diagnostics;
using Aura.Testing;

namespace Aura.Dashboard.Tests.Audit;

/// <summary>
/// The transparency log of the Go project from Debian's packages, which shares no line with ours. Built once for all tests
/// of a class.
/// </summary>
public sealed class IndependentReader : IAsyncLifetime
{
    private const string Packages = "/usr/share/gocode";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("aura-go-");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private string Program => Path.Combine(_folder.FullName, "checktlog");

    public async ValueTask InitializeAsync()
    {
        if (!Directory.Exists(Path.Combine(Packages, "src", "golang.org", "x", "mod", "sumdb", "tlog")))
            throw new InvalidOperationException($"There is no golang.org/x/mod below {Packages}. Run tests/packages.sh.");

        var (code, said) = await RunAsync(
            "go", ["build", "-o", Program, Repository.PathOf("tests", "independent", "checktlog.go")], string.Empty);
        Assert.True(code == 0, said);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Checks that the entry is where the proof says.</summary>
    internal async Task<(int Code, string Said)> CheckInclusionAsync(string key, string proof, byte[] entry)
    {
        string file = Path.Combine(_folder.FullName, "entry");
        await File.WriteAllBytesAsync(file, entry, Cancelled);
        return await RunAsync(Program, [key, "inclusion", file], proof);
    }

    /// <summary>Checks that the ledger of the proof's checkpoint begins with the one of this root.</summary>
    internal Task<(int Code, string Said)> CheckConsistencyAsync(string key, string proof, byte[] oldRoot) =>
        RunAsync(Program, [key, "consistency", Convert.ToBase64String(oldRoot)], proof);

    private async Task<(int Code, string Said)> RunAsync(string program, string[] arguments, string input)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = _folder.FullName,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                // What Debian installed and nothing else: no module is looked for, and nothing is kept.
                ["GO111MODULE"] = "off",
                ["GOPATH"] = Packages,
                ["GOCACHE"] = Path.Combine(_folder.FullName, "cache"),
                ["GOFLAGS"] = string.Empty,
            },
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(Cancelled);
        var errors = process.StandardError.ReadToEndAsync(Cancelled);
        await process.StandardInput.WriteAsync(input.AsMemory(), Cancelled);
        process.StandardInput.Close();
        await process.WaitForExitAsync(Cancelled);
        return (process.ExitCode, (await output + await errors).Trim());
    }
}
