using Aura.Dashboard.Components.Pages;
using Microsoft.AspNetCore.Components;

namespace Aura.Dashboard.Components.Layout;

/// <summary>Holds every live page of this person still, and lets it go on.</summary>
public sealed partial class PauseSwitch : IDisposable
{
    [Inject]
    internal LivePause Pause { get; init; } = default!;

    public void Dispose() => Pause.Changed -= Draw;

    protected override void OnInitialized() => Pause.Changed += Draw;

    private void Draw(object? sender, EventArgs change) => StateHasChanged();
}
