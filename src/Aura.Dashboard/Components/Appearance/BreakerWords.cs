using System.Diagnostics;
using Aura.Engine.Breaker;

namespace Aura.Dashboard.Components.Appearance;

/// <summary>The breaker's causes, reason codes and changes as people read them.</summary>
internal static class BreakerWords
{
    public static string Of(BreakerCause cause) => cause switch
    {
        BreakerCause.Initial => T("Never tripped"),
        BreakerCause.ExtremeDispersion => T("Extreme dispersion"),
        BreakerCause.SystemScore => T("System score at its limit"),
        BreakerCause.NoDecision => T("No decision"),
        BreakerCause.ManualTrip => T("Tripped by a person"),
        BreakerCause.ManualReset => T("Reset by a person"),
        BreakerCause.CleanRounds => T("Clean rounds after a reset"),
        BreakerCause.BreakGlass => T("Reset by one person alone"),
        BreakerCause.LedgerVerification => T("Ledger does not hold"),
        BreakerCause.PriceJump => T("Price jump"),
        BreakerCause.OpeningGap => T("Opening gap"),
        BreakerCause.Volatility => T("Volatility"),
        BreakerCause.Stale => T("Stale sources"),
        BreakerCause.UnitSuspicion => T("Suspected unit"),
        BreakerCause.Equivocation => T("Equivocating nodes"),
        BreakerCause.EveryAssetHigh => T("Every asset High or worse"),
        BreakerCause.Flapping => T("Opened too often"),
        _ => throw new UnreachableException(),
    };

    public static string Of(ReasonCode code) => code switch
    {
        ReasonCode.Test => T("Test"),
        ReasonCode.Drill => T("Drill"),
        ReasonCode.DataError => T("Data error"),
        ReasonCode.VendorFault => T("Vendor fault"),
        ReasonCode.MarketEvent => T("Market event"),
        ReasonCode.Maintenance => T("Maintenance"),
        ReasonCode.Investigation => T("Investigation"),
        ReasonCode.Resolved => T("Resolved"),
        ReasonCode.Other => T("Other"),
        _ => throw new UnreachableException(),
    };

    public static string Of(Transition change) =>
        $"{change.Scope} {change.From} → {change.To}: {Of(change.Cause)}";
}
