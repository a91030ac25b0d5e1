namespace Aura.EndToEndTests.Infrastructure;

/// <summary>Finds the folders that a test needs by walking up from its own output.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The host's own build output, in the configuration that the tests were built in.</summary>
    public static string DashboardAssembly { get; } = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "Aura.Dashboard",
        Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)), "Aura.Dashboard.dll"));

    /// <summary>A file of the shared material beside the repository; the test is skipped where it is absent.</summary>
    public static string Shared(string path)
    {
        string file = Path.GetFullPath(Path.Combine(Root, "..", "shared", path));
        Assert.SkipUnless(File.Exists(file), $"../shared/{path} is absent: the test needs real prices to replay.");
        return file;
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "AuraDashboard.sln")))
                return folder.FullName;

        throw new DirectoryNotFoundException("No folder above the tests holds AuraDashboard.sln.");
    }
}
