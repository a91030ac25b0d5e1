using Aura.Dashboard.Components.Appearance;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Aura.Dashboard.Components.Layout;

/// <summary>How this person likes to read: clock, colours, language. Kept by the browser, not by the account.</summary>
public sealed partial class DisplayPanel
{
    [Inject]
    public required IJSRuntime Js { get; init; }

    [CascadingParameter]
    public required DeskZone Zone { get; set; }

    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<DeskZone> Zones { get; set; }

    /// <summary>The id of a zone.</summary>
    [Parameter]
    public EventCallback<string> ZoneChosen { get; set; }

    /// <summary><c>system</c>, <c>light</c> or <c>dark</c>.</summary>
    [Parameter]
    [EditorRequired]
    public required string Colours { get; set; }

    [Parameter]
    public EventCallback<string> ColoursChosen { get; set; }

    private Task SpeakAsync(ChangeEventArgs change) =>
        Js.InvokeVoidAsync("aura.setLanguage", change.Value).AsTask();
}
