using System.Diagnostics;
using Aura.Engine.Breaker;

namespace Aura.Dashboard.Components.Appearance;

/// <summary>The breaker's causes, reason codes and changes as people read them.</summary>
internal static class BreakerWords
{
    public static string Of(BreakerCause cause) => cause switch
    {
        BreakerCause.Initial => "Never tripped",
        BreakerCause.ExtremeDispersion => "Extreme dispersion",
        BreakerCause.SystemScore => "System score at its limit",
        BreakerCause.NoDecision => "No decision",
        BreakerCause.ManualTrip => "Tripped by a person",
        BreakerCause.ManualReset => "Reset by a person",
        BreakerCause.CleanRounds => "Clean rounds after a reset",
        BreakerCause.LedgerVerification => "Ledger does not hold",
        _ => throw new UnreachableException(),
    };

    public static string Of(ReasonCode code) => code switch
    {
        ReasonCode.Test => "Test",
        ReasonCode.Drill => "Drill",
        ReasonCode.DataError => "Data error",
        ReasonCode.VendorFault => "Vendor fault",
        ReasonCode.MarketEvent => "Market event",
        ReasonCode.Maintenance => "Maintenance",
        ReasonCode.Investigation => "Investigation",
        ReasonCode.Resolved => "Resolved",
        ReasonCode.Other => "Other",
        _ => throw new UnreachableException(),
    };

    public static string Of(Transition change) =>
        $"{change.Scope} {change.From} → {change.To}: {Of(change.Cause)}";
}
