using System.Globalization;
using Aura.Dashboard.Publishing.Live;
using Aura.Engine.Publishing.Alerts;
using Aura.Engine.Rounds;
using Microsoft.AspNetCore.Components;

namespace Aura.Dashboard.Components.Pages;

/// <summary>What somebody has to answer for, who does, what is silenced, and all that ever called.</summary>
public sealed partial class Alerts
{
    // Steps that no page is told of, such as those of another process, are looked for now and then.
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(10);

    [Inject]
    public required RuleSet Rules { get; init; }

    /// <summary>Where a page of the history begins: below this incident.</summary>
    [SupplyParameterFromQuery(Name = "before")]
    public long? Before { get; set; }

    private AlertRules Answers => Rules.Alerts ?? AlertRules.Default;

    private protected override AlertsPageView Read(LiveSnapshot snapshot) => new(
        snapshot.Alerts,
        string.Create(
            CultureInfo.InvariantCulture,
            $"{snapshot.Alerts.LastNumber}:{snapshot.Alerts.Open.Length}:{Clock.GetUtcNow().UtcTicks / LookAgain.Ticks}"));

    private protected override bool IsEmpty(AlertsPageView view) => false;
}
