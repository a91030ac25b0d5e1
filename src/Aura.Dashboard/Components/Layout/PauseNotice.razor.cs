using Aura.Dashboard.Components.Pages;
using Microsoft.AspNetCore.Components;

namespace Aura.Dashboard.Components.Layout;

/// <summary>Says for as long as pages are held still that they are: nobody must take an old number for the present.</summary>
public sealed partial class PauseNotice : IDisposable
{
    [Inject]
    internal LivePause Pause { get; init; } = default!;

    public void Dispose() => Pause.Changed -= Draw;

    protected override void OnInitialized() => Pause.Changed += Draw;

    private void Draw(object? sender, EventArgs change) => StateHasChanged();
}
