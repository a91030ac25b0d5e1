using Microsoft.AspNetCore.Components;

namespace Aura.Dashboard.Components.Controls;

/// <summary>Draws its content again every second with the present time: ages and countdowns, and nothing around them.</summary>
public sealed partial class EverySecond : IDisposable
{
    [Inject]
    public required TimeProvider Clock { get; init; }

    [Inject]
    internal SecondHand Second { get; init; } = default!;

    [Parameter]
    [EditorRequired]
    public required RenderFragment<DateTimeOffset> ChildContent { get; set; }

    public void Dispose() => Second.Remove(this);

    internal void Draw() => StateHasChanged();

    protected override void OnInitialized() => Second.Add(this);
}
