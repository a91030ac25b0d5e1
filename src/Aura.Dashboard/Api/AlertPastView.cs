using Aura.Dashboard.Publishing.Live.Views;

namespace Aura.Dashboard.Api;

/// <summary>An incident and all that happened to it, oldest first.</summary>
internal sealed record AlertPastView(AlertView Incident, IReadOnlyList<AlertMomentView> Moments);
