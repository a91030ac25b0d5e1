using System.Globalization;
using System.Security.Claims;
using Aura.Dashboard.Identity;
using Aura.Dashboard.Queries;
using Aura.Engine.Canon;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Aura.Dashboard.Api;

/// <summary><c>GET evidence/bundle</c>: everything about some rounds in one archive that is verified without this host.</summary>
internal static class BundleEndpoint
{
    private const string Zip = "application/zip";

    public static void MapBundle(this RouteGroupBuilder group) =>
        group.MapGet("evidence/bundle", WriteAsync)
            .RequireAuthorization(AuraPolicies.Export)
            .WithName("exportBundle").WithSummary("A zip of rounds 'fromRound' to 'toRound' that anybody can verify offline.")
            .Produces(StatusCodes.Status200OK, contentType: Zip)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> WriteAsync(
        string? fromRound, string? toRound, ClaimsPrincipal user, IRoundHistory history, IEvidenceExport export,
        CancellationToken cancellationToken)
    {
        var last = await history.LastAsync(cancellationToken);
        var query = new QueryReader();
        var range = new BundleRange(
            new RoundNumber(query.DecidedRound("fromRound", fromRound, last.Value)),
            new RoundNumber(query.DecidedRound("toRound", toRound, last.Value)));
        if (range.Problem is { } fault)
            query.Refuse("toRound", fault);
        if (query.Problem() is { } problem)
            return problem;

        // A file first: an answer that has begun can no longer say that it failed, and a torn archive looks like a forged one.
        var file = OpenPrivateFile();
        try
        {
            await export.WriteAsync(
                range, user.FindFirstValue(ClaimTypes.NameIdentifier) ?? string.Empty, file, cancellationToken);
            file.Position = 0;
            return TypedResults.File(
                file, Zip, string.Create(CultureInfo.InvariantCulture, $"aura-evidence-{range.From}-{range.To}.zip"));
        }
        catch (InvalidDataException exception)
        {
            await file.DisposeAsync();
            return TypedResults.Problem(
                exception.Message, statusCode: StatusCodes.Status409Conflict, title: "The ledger cannot be exported there.");
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    // Whoever may export sees all evidence; others on this machine do not.
    private static FileStream OpenPrivateFile()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            BufferSize = 64 * 1024,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), options);
    }
}
