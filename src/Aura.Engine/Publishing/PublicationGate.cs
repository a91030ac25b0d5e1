using Aura.Engine.Breaker;
using Aura.Engine.Market;
using Aura.Engine.MasterLogic;

namespace Aura.Engine.Publishing;

/// <summary>Whether an asset's price may go out. Asked again at the moment of sending; a report only says how it stood.</summary>
public static class PublicationGate
{
    /// <summary>Null when the price may go out, otherwise why not. The asset and SYSTEM must both be Closed.</summary>
    public static string? WithheldBecause(
        AssetAssessment asset, MarketSession session, BreakerRecord system, BreakerRecord own)
    {
        if (system.State is not BreakerState.Closed)
            return $"The SYSTEM breaker is {system.State}.";
        if (own.State is not BreakerState.Closed)
            return $"The {own.Scope} breaker is {own.State}.";
        if (!asset.HasDecision)
            return "There is no decision.";
        return session is MarketSession.Closed ? "The market is closed." : null;
    }
}
