using System.Text.RegularExpressions;
using Xunit;

namespace Aura.Testing;

/// <summary>Real prices and recorded bodies that stand beside the repository, in <c>../shared</c>, and not in it.</summary>
public static partial class Shared
{
    /// <summary>The path of a file or folder of <c>../shared/data</c>; skips the test where it is absent.</summary>
    public static string Data(string path)
    {
        string found = Path.GetFullPath(Repository.PathOf("..", "shared", "data", path));
        Assert.SkipUnless(
            File.Exists(found) || Directory.Exists(found), $"../shared/data/{path} is absent: nothing to compare with.");
        return found;
    }

    /// <summary>The lines of a CSV of <c>../shared/data</c>; skips the test where it is absent.</summary>
    public static IEnumerable<SharedRow> Rows(string path)
    {
        Dictionary<string, int>? columns = null;
        foreach (string line in File.ReadLines(Data(path)))
        {
            // Notes in quotation marks hold commas; no number does.
            string[] cells = Quoted().Replace(line, "note").Split(',');
            if (columns is null)
                columns = cells.Index().ToDictionary(cell => cell.Item, cell => cell.Index, StringComparer.Ordinal);
            else
                yield return new SharedRow(columns, cells);
        }
    }

    [GeneratedRegex("\"[^\"]*\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted();
}
