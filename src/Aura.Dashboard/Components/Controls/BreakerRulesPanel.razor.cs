using Aura.Engine.Rounds;
using Microsoft.AspNetCore.Components;

namespace Aura.Dashboard.Components.Controls;

/// <summary>The rules of the breakers in words, from the rule set that decides.</summary>
public sealed partial class BreakerRulesPanel
{
    [Parameter]
    [EditorRequired]
    public required RuleSet Rules { get; set; }

    /// <summary>False on the page of the settings itself.</summary>
    [Parameter]
    public bool LinksToSettings { get; set; } = true;
}
