using Aura.Dashboard.Publishing.Live;
using Aura.Engine.Publishing.Explanations;
using Microsoft.AspNetCore.Components;

namespace Aura.Dashboard.Components.Controls;

/// <summary>When a round was decided, under what, and what it did to the breakers.</summary>
public sealed partial class RoundFacts
{
    [Parameter]
    [EditorRequired]
    public required ExaminedRound Round { get; set; }

    [Parameter]
    [EditorRequired]
    public required RoundExplanation Explained { get; set; }
}
