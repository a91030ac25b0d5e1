using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;

namespace Aura.Dashboard.Components.Dialogs;

/// <summary>Which keys do what, and the switch that turns single keys off (WCAG 2.1.4).</summary>
public sealed partial class ShortcutsDialog
{
    [Inject]
    public required IJSRuntime Js { get; init; }

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<Shortcut> Shortcuts { get; set; }

    /// <summary>Whether single keys are heard now.</summary>
    [Parameter]
    [EditorRequired]
    public required bool On { get; set; }

    [Parameter]
    public EventCallback<bool> OnChanged { get; set; }

    private async Task SwitchAsync(ChangeEventArgs change)
    {
        On = change.Value is true;
        await Js.InvokeVoidAsync("aura.setKeys", On);
        await OnChanged.InvokeAsync(On);
    }
}
