using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Aura.Dashboard.Components.Layout;

/// <summary>The frame around every live page: where you are, whether it is live, who you are.</summary>
public sealed partial class MainLayout
{
    private bool? _dark;
    private bool _menuOpen = true;

    [Inject]
    public required IJSRuntime Js { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    internal LayoutStatus Status { get; init; } = default!;

    // A bare fragment would resolve against <base href="/"> and leave the page.
    private string Here => Navigation.Uri.Split('#', 2)[0];

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;

        _dark = await Js.InvokeAsync<bool>("aura.isDark");
        StateHasChanged();
    }

    private void ToggleMenu() => _menuOpen = !_menuOpen;

    private async Task SwitchThemeAsync()
    {
        bool dark = _dark != true;
        // The document changes first: charts read their colours from it.
        await Js.InvokeVoidAsync("aura.setDark", dark);
        _dark = dark;
    }
}
