using System.Text.Json.Nodes;
using Aura.EndToEndTests.Infrastructure;

namespace Aura.EndToEndTests.Packaging;

/// <summary>What can be said about the image without a container engine.</summary>
public sealed class ContainerFileTests
{
    private static readonly ContainerFile Container = ContainerFile.Read();

    [Theory]
    [InlineData("node")]
    [InlineData("build")]
    [InlineData("final")]
    public void Every_base_image_is_pinned_to_a_patch(string stage) =>
        Assert.Matches(@":\d+\.\d+\.\d+(-[a-z-]+)?$", Container.ImageOf(stage));

    [Fact]
    public void The_image_builds_with_the_SDK_that_everybody_builds_with()
    {
        string sdk = (string)JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "global.json")))!["sdk"]!["version"]!;

        Assert.Contains($"/sdk:{sdk}-", Container.ImageOf("build"), StringComparison.Ordinal);
    }

    [Fact]
    public void It_runs_as_a_user_without_rights_and_keeps_its_data_on_a_volume()
    {
        Assert.Equal("$APP_UID", Container.Final("USER"));
        Assert.Equal("/data", Container.Final("VOLUME"));
        Assert.Equal("Data Source=/data/aura.db", Container.Environment["Storage__ConnectionString"]);
        Assert.Equal("Production", Container.Environment["ASPNETCORE_ENVIRONMENT"]);
        Assert.Equal(Container.Environment["ASPNETCORE_HTTP_PORTS"], Container.Final("EXPOSE"));
    }

    [Fact]
    public void Everything_that_is_copied_exists_and_is_sent_to_the_build()
    {
        string[] sent = [.. File.ReadLines(Path.Combine(Repository.Root, ".dockerignore"))
            .Where(line => line.StartsWith('!')).Select(line => line[1..])];

        Assert.All(Container.CopiedPaths, path =>
        {
            Assert.True(Path.Exists(Path.Combine(Repository.Root, path)), $"{path} does not exist.");
            Assert.Contains(sent, root => path == root || path.StartsWith(root + "/", StringComparison.Ordinal));
        });
        Assert.Contains("src", Container.CopiedPaths);
    }

    [Fact]
    public void Every_project_and_lock_file_is_there_before_the_restore()
    {
        string[] needed = [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) is "packages.lock.json" || file.EndsWith(".csproj", StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(Repository.Root, file))];

        Assert.NotEmpty(needed);
        Assert.Empty(needed.Except(Container.CopiedPaths));
    }
}
