using Aura.Dashboard.Configuration;
using Aura.Dashboard.Storage;

namespace Aura.Dashboard.Tests.Storage;

public sealed class DatabaseFileTests
{
    private static readonly string Root = Path.Combine(Path.GetTempPath(), "aura-root");

    [Theory]
    [InlineData(StorageOptions.DefaultConnectionString)]
    [InlineData("data/aura.db")]
    [InlineData("data/../data/aura.db")]
    public void A_relative_path_lies_below_the_content_root(string connection)
    {
        var file = Locate(connection);

        Assert.Equal(Path.Combine(Root, "data", "aura.db"), file.Path);
        Assert.Equal(Path.Combine(Root, "data"), file.Folder);
        Assert.Equal($"Data Source={file.Path}", file.ConnectionString);
    }

    [Fact]
    public void An_absolute_path_and_the_other_parts_stay_as_they_are()
    {
        string path = Path.Combine(Path.GetTempPath(), "elsewhere", "aura.db");

        var file = Locate($"Data Source={path};Pooling=False");

        Assert.Equal(path, file.Path);
        Assert.Equal($"Data Source={path};Pooling=False", file.ConnectionString);
    }

    private static DatabaseFile Locate(string connection) =>
        DatabaseFile.Locate(new StorageOptions { ConnectionString = connection }, Root);
}
