using Aura.Engine.Publishing.Alerts;

namespace Aura.Dashboard.Queries;

/// <summary>One thing that happened to an incident.</summary>
/// <param name="Step">What.</param>
/// <param name="At">When it was decided, UTC.</param>
/// <param name="Sequence">The ledger entry that says so.</param>
/// <param name="Incident">The incident after it.</param>
public sealed record IncidentMoment(IncidentStep Step, DateTimeOffset At, long Sequence, Incident Incident);
