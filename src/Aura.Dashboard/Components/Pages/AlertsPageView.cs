using Aura.Engine.Publishing.Alerts;

namespace Aura.Dashboard.Components.Pages;

/// <summary>What the page of the alerts shows of a snapshot.</summary>
/// <param name="Book">The incidents that last, and what is silenced.</param>
/// <param name="Mark">Changes whenever the history may say something new.</param>
public sealed record AlertsPageView(AlertBook Book, string Mark);
