using Xunit;

namespace Aura.Testing;

/// <summary>Real prices and recorded bodies that stand beside the repository, in <c>../shared</c>, and not in it.</summary>
public static class Shared
{
    /// <summary>The path of a file or folder of <c>../shared/data</c>; skips the test where it is absent.</summary>
    public static string Data(string path)
    {
        string found = Path.GetFullPath(Repository.PathOf("..", "shared", "data", path));
        Assert.SkipUnless(
            File.Exists(found) || Directory.Exists(found), $"../shared/data/{path} is absent: nothing to compare with.");
        return found;
    }
}
