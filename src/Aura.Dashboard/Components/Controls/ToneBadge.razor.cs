using Aura.Dashboard.Components.Appearance;
using Microsoft.AspNetCore.Components;

namespace Aura.Dashboard.Components.Controls;

/// <summary>A state, tier or quality: the word carries the meaning, the colour repeats it.</summary>
public sealed partial class ToneBadge
{
    [Parameter]
    [EditorRequired]
    public required string Text { get; set; }

    [Parameter]
    public Tone Tone { get; set; }

    [Parameter]
    public string? TestId { get; set; }
}
