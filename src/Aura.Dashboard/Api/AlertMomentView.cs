using Aura.Dashboard.Queries;
using Aura.Engine.Publishing.Alerts;

namespace Aura.Dashboard.Api;

/// <summary>One thing that happened to an incident; the actor is the opaque id of the account.</summary>
internal sealed record AlertMomentView(IncidentStep Step, DateTimeOffset At, long Sequence, string? Actor, string? Comment)
{
    public static AlertMomentView Of(IncidentMoment moment) => moment.Step is IncidentStep.Acknowledged
        ? new(moment.Step, moment.At, moment.Sequence, moment.Incident.Acknowledged?.ActorId, moment.Incident.Acknowledged?.Comment)
        : new(moment.Step, moment.At, moment.Sequence, null, null);
}
