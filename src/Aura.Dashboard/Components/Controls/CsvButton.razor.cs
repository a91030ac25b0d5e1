using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Aura.Dashboard.Components.Controls;

/// <summary>Saves a table as the person sees it now.</summary>
public sealed partial class CsvButton
{
    [Inject]
    public required IJSRuntime Js { get; init; }

    /// <summary>The file's name, without its ending.</summary>
    [Parameter]
    [EditorRequired]
    public required string Name { get; set; }

    /// <summary>What is saved, for whoever does not see beside what the button stands.</summary>
    [Parameter]
    [EditorRequired]
    public required string Label { get; set; }

    /// <summary>Asked when the button is pressed, and not before: a table costs nothing until somebody wants it.</summary>
    [Parameter]
    [EditorRequired]
    public required Func<CsvTable> Table { get; set; }

    [Parameter]
    public string? TestId { get; set; }

    // Spreadsheets take a file without the mark at its start for one in the machine's own encoding.
    private Task SaveAsync() =>
        Js.InvokeVoidAsync("aura.save", $"{Name}.csv", "text/csv;charset=utf-8", "\uFEFF" + Table().ToText()).AsTask();
}
