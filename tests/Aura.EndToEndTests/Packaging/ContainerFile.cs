using System.Text.Json;
using System.Text.RegularExpressions;
using Aura.EndToEndTests.Infrastructure;

namespace Aura.EndToEndTests.Packaging;

/// <summary>The Dockerfile, read as a container engine reads it, so that tests do what it says and nothing else.</summary>
internal sealed partial class ContainerFile
{
    private readonly List<(string Stage, string Instruction, string Arguments)> _lines = [];

    private ContainerFile(string text)
    {
        string stage = string.Empty;
        // A backslash continues a line; a comment is a line of its own.
        string joined = Continuation().Replace(Comment().Replace(text, string.Empty), " ");
        foreach (string line in joined.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            string[] parts = line.Split(' ', 2, StringSplitOptions.TrimEntries);
            if (parts[0] is "FROM")
                stage = parts[1].Split(' ')[^1];
            _lines.Add((stage, parts[0], parts[1]));
        }
    }

    /// <summary>The shell commands of the build stage, in order.</summary>
    public IReadOnlyList<string> BuildCommands => Rest("build", "RUN");

    /// <summary>What the build stage copies from the repository, one path each.</summary>
    public IEnumerable<string> CopiedPaths =>
        from copy in Rest("build", "COPY")
        where !copy.StartsWith("--from", StringComparison.Ordinal)
        from path in copy.Split(' ', StringSplitOptions.RemoveEmptyEntries).SkipLast(1)
        select path;

    /// <summary>The image of a stage, with its tag.</summary>
    public string ImageOf(string stage) => Assert.Single(Rest(stage, "FROM")).Split(' ')[0];

    /// <summary>What the final stage says, by instruction.</summary>
    public string Final(string instruction) => Assert.Single(Rest("final", instruction));

    /// <summary>The arguments of an instruction in its JSON form.</summary>
    public IReadOnlyList<string> FinalArguments(string instruction)
    {
        string rest = Final(instruction);
        return JsonSerializer.Deserialize<string[]>(rest[rest.IndexOf('[', StringComparison.Ordinal)..])!;
    }

    /// <summary>The environment of the container.</summary>
    public IReadOnlyDictionary<string, string> Environment =>
        Variable().Matches(Final("ENV")).ToDictionary(
            match => match.Groups["name"].Value, match => match.Groups["value"].Value.Trim('"'), StringComparer.Ordinal);

    public static ContainerFile Read() => new(File.ReadAllText(Path.Combine(Repository.Root, "Dockerfile")));

    private IReadOnlyList<string> Rest(string stage, string instruction) =>
        [.. _lines.Where(line => line.Stage == stage && line.Instruction == instruction).Select(line => line.Arguments)];

    [GeneratedRegex(@"^\s*#.*\n", RegexOptions.Multiline, 1000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\\\n\s*", RegexOptions.None, 1000)]
    private static partial Regex Continuation();

    [GeneratedRegex("""(?<name>\w+)=(?<value>"[^"]*"|\S+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Variable();
}
