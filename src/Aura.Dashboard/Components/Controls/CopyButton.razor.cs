using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Aura.Dashboard.Components.Controls;

/// <summary>Puts a text on the clipboard and says so.</summary>
public sealed partial class CopyButton
{
    private string? _outcome;

    [Inject]
    public required IJSRuntime Js { get; init; }

    [Parameter]
    [EditorRequired]
    public required string Text { get; set; }

    /// <summary>What is copied, for whoever does not see beside what the button stands.</summary>
    [Parameter]
    [EditorRequired]
    public required string Label { get; set; }

    [Parameter]
    public string? TestId { get; set; }

    private async Task CopyAsync()
    {
        try
        {
            await Js.InvokeVoidAsync("navigator.clipboard.writeText", Text);
            _outcome = T("Copied");
        }
        catch (JSException)
        {
            // Browsers have no clipboard without TLS, and people may forbid it: the text stands beside the button.
            _outcome = T("Select it and copy");
        }
    }
}
