using Aura.Dashboard.Components.Appearance;
using Aura.Engine.Rounds.Thresholds;
using Microsoft.AspNetCore.Components;

namespace Aura.Dashboard.Components.Controls;

/// <summary>What thresholds would have done, beside what those in force did.</summary>
public sealed partial class TrialTables
{
    [Parameter]
    [EditorRequired]
    public required ThresholdTrial Trial { get; set; }

    private static string Change(int now, int proposed) =>
        now == proposed ? Figures.Count(now) : $"{Figures.Count(now)} → {Figures.Count(proposed)}";
}
