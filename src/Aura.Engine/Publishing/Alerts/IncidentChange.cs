namespace Aura.Engine.Publishing.Alerts;

/// <summary>One thing that happened to an incident, and the incident after it.</summary>
/// <param name="Step">What happened.</param>
/// <param name="Incident">The incident after it.</param>
public sealed record IncidentChange(IncidentStep Step, Incident Incident);
