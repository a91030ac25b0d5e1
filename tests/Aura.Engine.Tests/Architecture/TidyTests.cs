using Aura.Testing;
using Xunit;

namespace Aura.Engine.Tests.Architecture;

/// <summary>Small promises about the source itself.</summary>
public sealed class TidyTests(ITestOutputHelper output)
{
    private const int LongFile = 300;

    [Fact]
    public void No_leftover_markers_stand_in_the_source()
    {
        // Put together here so that this file does not contain them.
        string[] markers = ["TO" + "DO", "FIX" + "ME", "HA" + "CK:", "XX" + "X"];

        var found = Sources("src").Concat(Sources("tests")).SelectMany(file => File.ReadLines(file)
            .Where(line => markers.Any(marker => line.Contains(marker, StringComparison.Ordinal)))
            .Select(line => $"{Path.GetRelativePath(Repository.Root, file)}: {line.Trim()}"));

        Assert.Empty(found);
    }

    [Fact]
    public void Long_files_are_named_as_a_question_for_review()
    {
        foreach (string file in Sources("src"))
            if (File.ReadLines(file).Count() is var lines and > LongFile)
                output.WriteLine($"{Path.GetRelativePath(Repository.Root, file)} has {lines} lines.");
    }

    private static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(Repository.PathOf(folder), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
}
