using System.Net.Mime;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace Aura.Dashboard.Verifier;

/// <summary>
/// The files of the verifier at <c>/verify/</c>, for everybody: whoever checks a bundle need not have an account here,
/// and any other server of static files may offer the same folder.
/// </summary>
internal static class VerifierRegistration
{
    private const string Path = "/verify";
    private const string SingleFile = "verify.html";

    // The page runs its own files and the engine, and connects to nothing else: what is dropped there stays there. The
    // browser enforces that, so nobody has to believe it.
    private const string Policy =
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src data:; connect-src 'self'; "
        + "base-uri 'self'; form-action 'none'; frame-ancestors 'none'";

    public static WebApplicationBuilder AddVerifier(this WebApplicationBuilder builder)
    {
        // Public files of which nothing depends on a secret: compressing them over TLS tells nobody anything.
        builder.Services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, MediaTypeNames.Application.Wasm];
        });
        return builder;
    }

    public static WebApplication MapVerifier(this WebApplication app)
    {
        // Beside the host's own assembly, wherever its settings and its data are.
        string folder = System.IO.Path.Combine(AppContext.BaseDirectory, "verify");
        IFileProvider files = Directory.Exists(folder) ? new PhysicalFileProvider(folder) : new NullFileProvider();

        var pipeline = ((IEndpointRouteBuilder)app).CreateApplicationBuilder();
        // Static files leave a request alone that some endpoint has been found for, also when it is this one.
        pipeline.Use((context, next) =>
        {
            context.SetEndpoint(null);
            return next(context);
        });
        pipeline.UseResponseCompression();
        // A path without its slash is redirected here, so that the page's relative addresses are below it.
        pipeline.UseDefaultFiles(new DefaultFilesOptions { RequestPath = Path, FileProvider = files });
        pipeline.UseStaticFiles(new StaticFileOptions { RequestPath = Path, FileProvider = files, OnPrepareResponse = Guard });
        app.MapMethods($"{Path}/{{**file}}", [HttpMethods.Get, HttpMethods.Head], pipeline.Build())
            .AllowAnonymous()
            .ExcludeFromDescription();
        return app;
    }

    private static void Guard(StaticFileResponseContext response)
    {
        var headers = response.Context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        // Names carry no fingerprint: an older engine must not answer from a cache.
        headers.CacheControl = "no-cache";
        // It is meant to be kept, and carries a policy of its own.
        if (string.Equals(response.File.Name, SingleFile, StringComparison.Ordinal))
            headers[HeaderNames.ContentDisposition] = $"attachment; filename={SingleFile}";
    }
}
