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

    /// <summary>Repeats the word for whoever reads shapes faster, or no colours.</summary>
    [Parameter]
    public string? Icon { get; set; }

    [Parameter]
    public string? TestId { get; set; }
}
