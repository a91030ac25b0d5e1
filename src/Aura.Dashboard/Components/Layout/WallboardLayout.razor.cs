using Aura.Dashboard.Components.Appearance;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Aura.Dashboard.Components.Layout;

/// <summary>A screen on a wall: nothing to press, and a clock that shows that it is not frozen.</summary>
public sealed partial class WallboardLayout
{
    private BrowserChoices? _choices;
    private DeskZone _zone = DeskZone.Utc;

    [Inject]
    public required IJSRuntime Js { get; init; }

    [Inject]
    internal LayoutStatus Status { get; init; } = default!;

    [SupplyParameterFromQuery(Name = ZoneAddress.Parameter)]
    public string? AskedZone { get; set; }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;

        _choices = await Js.InvokeAsync<BrowserChoices>("aura.choices");
        _zone = DeskZone.Chosen(DeskZone.Choices(_choices.BrowserZone), AskedZone, _choices.Zone);
        StateHasChanged();
    }
}
