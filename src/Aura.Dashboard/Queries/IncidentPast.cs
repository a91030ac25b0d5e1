using Aura.Engine.Publishing.Alerts;

namespace Aura.Dashboard.Queries;

/// <summary>An incident and all that happened to it.</summary>
/// <param name="Incident">As the last moment left it.</param>
/// <param name="Moments">Oldest first; never empty.</param>
public sealed record IncidentPast(Incident Incident, IReadOnlyList<IncidentMoment> Moments);
