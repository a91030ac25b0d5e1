using System.Diagnostics;
using Aura.Engine.Publishing.Alerts;

namespace Aura.Dashboard.Components.Appearance;

/// <summary>Incidents as people read them.</summary>
internal static class AlertWords
{
    public static string Of(AlertKind kind) => kind switch
    {
        AlertKind.BreakerTripped => T("Breaker tripped"),
        AlertKind.NoDecision => T("No decision"),
        AlertKind.HighDispersion => T("High dispersion"),
        AlertKind.RoundsMissing => T("Rounds missing"),
        AlertKind.VendorSuspended => T("Vendor suspended"),
        AlertKind.Drill => T("Drill"),
        _ => throw new UnreachableException(),
    };

    /// <summary>What whoever takes it on looks at first.</summary>
    public static string WhatToDo(AlertKind kind) => kind switch
    {
        AlertKind.BreakerTripped => T("Find the cause in the breaker's history; an operator resets it once it is over."),
        AlertKind.NoDecision => T("Look at the asset's sources: too few agree, answer or are fresh."),
        AlertKind.HighDispersion => T("Look at which source is apart from the others, and whether the market or the vendor moved."),
        AlertKind.RoundsMissing => T("Look at the host: it was down, busy or asleep, or a round failed."),
        AlertKind.VendorSuspended => T("Look at the vendor's failures: a key, a limit or an outage."),
        AlertKind.Drill => T("Do what you would do if it were real, but trip nothing: take it on, say what you would do, end the drill."),
        _ => throw new UnreachableException(),
    };

    /// <summary>Where to look first.</summary>
    public static string PlaceOf(Incident incident) => incident.Kind switch
    {
        AlertKind.BreakerTripped => $"/breaker?scope={incident.Scope}",
        AlertKind.NoDecision or AlertKind.HighDispersion => $"/assets/{incident.Scope}",
        AlertKind.RoundsMissing => "/rounds",
        AlertKind.VendorSuspended => "/sources",
        AlertKind.Drill => $"/breaker?scope={incident.Scope}",
        _ => throw new UnreachableException(),
    };

    public static string Of(IncidentStep step) => step switch
    {
        IncidentStep.Triggered => T("Triggered"),
        IncidentStep.Acknowledged => T("Acknowledged"),
        IncidentStep.AcknowledgementExpired => T("Acknowledgement expired"),
        IncidentStep.Escalated => T("Escalated: nobody answered"),
        IncidentStep.Resolved => T("Over"),
        _ => throw new UnreachableException(),
    };
}
