using Aura.Engine.Consensus;
using Aura.Engine.Publishing;
using Microsoft.AspNetCore.Components;

namespace Aura.Dashboard.Components.Controls;

/// <summary>The quorum arithmetic of the configured nodes.</summary>
public sealed partial class NetworkPanel
{
    [Parameter]
    [EditorRequired]
    public required Quorum Quorum { get; set; }

    [Parameter]
    public RoundReport? Latest { get; set; }
}
