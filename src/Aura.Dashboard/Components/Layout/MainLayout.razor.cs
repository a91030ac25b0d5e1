using Aura.Dashboard.Components.Appearance;
using Aura.Dashboard.Components.Dialogs;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;

namespace Aura.Dashboard.Components.Layout;

/// <summary>The frame around every live page: where you are, whether it is live, who you are, and how you like to read.</summary>
public sealed partial class MainLayout
{
    private BrowserChoices? _choices;
    private IReadOnlyList<DeskZone> _zones = [DeskZone.Utc];
    private DeskZone _zone = DeskZone.Utc;
    private bool _menuOpen = true;

    [Inject]
    public required IJSRuntime Js { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Inject]
    internal LayoutStatus Status { get; init; } = default!;

    /// <summary>The clock that an address asks for: whoever opens a link reads the times that its sender read.</summary>
    [SupplyParameterFromQuery(Name = ZoneAddress.Parameter)]
    public string? AskedZone { get; set; }

    // A bare fragment would resolve against <base href="/"> and leave the page.
    private string Here => Navigation.Uri.Split('#', 2)[0];

    private static IReadOnlyList<Shortcut> Shortcuts =>
    [
        .. NavMenu.Items.Select(item => new Shortcut(item.Keys, T(item.Label))),
        new("p", T("Pause or resume live updates")),
        new("c", T("Light or dark colours")),
        new("?", T("This list")),
    ];

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;

        _choices = await Js.InvokeAsync<BrowserChoices>("aura.choices");
        _zones = DeskZone.Choices(_choices.BrowserZone);
        _zone = DeskZone.Chosen(_zones, AskedZone, _choices.Zone);
        StateHasChanged();
    }

    private void ToggleMenu() => _menuOpen = !_menuOpen;

    private async Task ColourAsync(string colours)
    {
        // The document changes first: charts read their colours from it.
        bool dark = await Js.InvokeAsync<bool>("aura.setColours", colours);
        _choices = _choices! with { Colours = colours, Dark = dark };
    }

    private async Task ReadTimesByAsync(string id)
    {
        _zone = DeskZone.Chosen(_zones, id);
        await Js.InvokeVoidAsync("aura.setZone", _zone.Id);
        Navigation.NavigateTo(ZoneAddress.With(Navigation, _zone), replace: true);
    }

    private async Task ShowShortcutsAsync() =>
        await Dialogs.ShowAsync<ShortcutsDialog>(T("Keyboard shortcuts"), new DialogParameters<ShortcutsDialog>
        {
            { dialog => dialog.Shortcuts, Shortcuts },
            { dialog => dialog.On, _choices!.Keys },
            { dialog => dialog.OnChanged, new EventCallback<bool>(this, (bool on) => _choices = _choices! with { Keys = on }) },
        });
}
