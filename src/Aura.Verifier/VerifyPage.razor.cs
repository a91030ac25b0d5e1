using System.Globalization;
using Aura.Engine.Rounds.Verification;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;

namespace Aura.Verifier;

/// <summary>The one page: a bundle in, a verdict out.</summary>
public sealed partial class VerifyPage : IDisposable
{
    private IBrowserFile? _bundle;
    private string? _bundleInWords;
    private string? _note;
    private VerificationStep.Progress? _progress;
    private VerificationResult? _result;
    private CancellationTokenSource? _run;

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Inject]
    public required IJSRuntime Script { get; init; }

    private string? ExpectedKey { get; set; }

    private bool IsVerifying => _run is not null;

    private string Chosen => _bundle is { } bundle ? Describe(bundle) : $"A zip of at most {BundleSize.InWords(BundleSize.Limit)}.";

    private string ProgressInWords => _progress switch
    {
        null => "Reading the bundle.",
        { Total: > 0 } known => string.Create(
            CultureInfo.InvariantCulture, $"{known.Done:N0} of {known.Total:N0} entries hold; now {known.Current}."),
        var unknown => string.Create(CultureInfo.InvariantCulture, $"{unknown.Done:N0} entries hold; now {unknown.Current}."),
    };

    public void Dispose() => _run?.Cancel();

    private static string Describe(IBrowserFile bundle) => $"{bundle.Name}, {BundleSize.InWords(bundle.Size)}";

    private void Choose(InputFileChangeEventArgs chosen)
    {
        _bundle = chosen.FileCount is 0 ? null : chosen.File;
        _note = null;
        _result = null;
    }

    private async Task VerifyAsync()
    {
        if (_bundle is not { } bundle || IsVerifying)
            return;
        (_note, _result, _progress, _bundleInWords) = (null, null, null, Describe(bundle));
        using var run = new CancellationTokenSource();
        _run = run;
        try
        {
            _result = await VerifyAsync(bundle, run.Token);
        }
        catch (OperationCanceledException) when (run.IsCancellationRequested)
        {
            _note = "Cancelled. Nothing was concluded about the bundle.";
        }
        catch (Exception exception) when (exception is IOException or JSException or OutOfMemoryException)
        {
            _note = $"The bundle could not be read, so nothing was concluded about it: {exception.Message}";
        }
        finally
        {
            _run = null;
        }
    }

    private async Task<VerificationResult> VerifyAsync(IBrowserFile bundle, CancellationToken cancellationToken)
    {
        if (bundle.Size > BundleSize.Limit)
            throw new IOException(
                $"it has {BundleSize.InWords(bundle.Size)}, and this page takes at most {BundleSize.InWords(BundleSize.Limit)}.");
        StateHasChanged();
        // The archive's directory stands at its end, and a browser's file cannot be read backwards.
        using var zip = new MemoryStream(checked((int)bundle.Size));
        await using (var file = bundle.OpenReadStream(BundleSize.Limit, cancellationToken))
            await file.CopyToAsync(zip, cancellationToken);
        zip.Position = 0;

        var paced = new PacedVerification(Clock, RestAsync);
        return await paced.FollowAsync(BundleVerification.Run(zip, ExpectedKey), Draw, cancellationToken);
    }

    // Not a timer: browsers slow those of a page in the background down to one a second, or one a minute.
    private Task RestAsync() => Script.InvokeVoidAsync("auraVerifier.rest").AsTask();

    private void Draw(VerificationStep.Progress progress)
    {
        _progress = progress;
        StateHasChanged();
    }

    private void Cancel() => _run?.Cancel();
}
