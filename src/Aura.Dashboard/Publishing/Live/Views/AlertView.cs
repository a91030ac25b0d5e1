using Aura.Engine.Publishing.Alerts;

namespace Aura.Dashboard.Publishing.Live.Views;

/// <summary>An incident as REST and the hub send it; people are opaque ids of accounts.</summary>
internal sealed record AlertView(
    long Number, string Scope, AlertKind Kind, string? Subject, IncidentStatus Status, string Detail,
    DateTimeOffset TriggeredAt, long? Round, DateTimeOffset LastAt, DateTimeOffset? EscalatedAt, DateTimeOffset? ResolvedAt,
    string? AcknowledgedBy, DateTimeOffset? AcknowledgedAt, DateTimeOffset? AcknowledgedUntil, string? Comment)
{
    public static AlertView Of(Incident incident, IncidentStatus status) => new(
        incident.Number, incident.Scope.Value, incident.Kind, incident.Subject, status, incident.Detail,
        incident.TriggeredAt, incident.Round?.Value, incident.LastAt, incident.EscalatedAt, incident.ResolvedAt,
        incident.Acknowledged?.ActorId, incident.Acknowledged?.At, incident.Acknowledged?.ExpiresAt,
        incident.Acknowledged?.Comment);
}
