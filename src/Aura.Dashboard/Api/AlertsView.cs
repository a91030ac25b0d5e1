using Aura.Dashboard.Publishing.Live.Views;

namespace Aura.Dashboard.Api;

/// <summary>The incidents that last, the most pressing first, and what is silenced.</summary>
internal sealed record AlertsView(IReadOnlyList<AlertView> Incidents, IReadOnlyList<SilenceView> Silences)
{
    /// <summary>When people last practised; null before the first time.</summary>
    public DateTimeOffset? LastDrillAt { get; init; }
}
