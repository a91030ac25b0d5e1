using Aura.Engine.Rounds;
using Microsoft.AspNetCore.Components;

namespace Aura.Dashboard.Components.Pages;

/// <summary>What is set, since when, on what it runs, and who may come in.</summary>
public sealed partial class Settings
{
    private const string ThresholdsTab = "thresholds";
    private const string HistoryTab = "history";
    private const string HealthTab = "health";
    private const string PeopleTab = "people";

    [Inject]
    public required RulesInForce InForce { get; init; }

    [SupplyParameterFromQuery(Name = "tab")]
    public string? Tab { get; set; }

    private RuleSet Rules => InForce.Current;

    private string? Shown => Tab is ThresholdsTab or HistoryTab or HealthTab or PeopleTab ? Tab : null;

    private string? Current(string? tab) => string.Equals(tab, Shown, StringComparison.Ordinal) ? "page" : null;
}
