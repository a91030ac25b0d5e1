using Microsoft.AspNetCore.Components;

namespace Aura.Dashboard.Components.Controls;

/// <summary>What differs between two rule sets, rule by rule.</summary>
public sealed partial class RuleDifferenceTable
{
    [Parameter]
    [EditorRequired]
    public required string TestId { get; set; }

    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<RuleDifference> Rules { get; set; }
}
