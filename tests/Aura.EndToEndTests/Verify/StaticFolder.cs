using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;

namespace Aura.EndToEndTests.Verify;

/// <summary>A server that knows nothing but a folder of files, and offers a copy of one deep below its own root.</summary>
internal sealed class StaticFolder : IAsyncDisposable
{
    private const string Below = "/archive/2026";

    private readonly string _copy = Directory.CreateTempSubdirectory("aura-verify-").FullName;
    private readonly WebApplication _server;

    private StaticFolder(string folder)
    {
        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(_copy, Path.GetRelativePath(folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.UseFileServer(new FileServerOptions { RequestPath = Below, FileProvider = new PhysicalFileProvider(_copy) });
    }

    public string Url => $"{_server.Urls.Single()}{Below}/";

    public static async Task<StaticFolder> ServeAsync(string folder)
    {
        var server = new StaticFolder(folder);
        await server._server.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Directory.Delete(_copy, recursive: true);
    }
}
