using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Market;
using Aura.Engine.MasterLogic;
using Aura.Engine.Publishing;
using Aura.Testing;
using Xunit;

namespace Aura.Engine.Tests.Publishing;

public sealed class PublicationGateTests
{
    private static readonly AssetAssessment Calm =
        new(Standard.Gold, 0.1m, Tier.Normal, false, 0m, Quality.Good, "Arranged.");

    [Fact]
    public void A_price_goes_out_only_while_its_own_breaker_and_SYSTEM_are_Closed()
    {
        foreach (var system in Enum.GetValues<BreakerState>())
            foreach (var own in Enum.GetValues<BreakerState>())
            {
                string? reason = Reason(system, own);
                if (system is not BreakerState.Closed)
                    Assert.Equal($"The SYSTEM breaker is {system}.", reason);
                else if (own is not BreakerState.Closed)
                    Assert.Equal($"The GOLD breaker is {own}.", reason);
                else
                    Assert.Null(reason);
            }
    }

    [Fact]
    public void Without_a_decision_nothing_goes_out() =>
        Assert.Equal("There is no decision.", Reason(asset: Calm with { Quality = Quality.NoDecision }));

    [Fact]
    public void Out_of_session_nothing_goes_out() =>
        Assert.Equal("The market is closed.", Reason(session: MarketSession.Closed));

    private static string? Reason(
        BreakerState system = BreakerState.Closed, BreakerState own = BreakerState.Closed,
        AssetAssessment? asset = null, MarketSession session = MarketSession.Open) =>
        PublicationGate.WithheldBecause(asset ?? Calm, session, Record(Scope.System, system), Record(Standard.GoldScope, own));

    private static BreakerRecord Record(Scope scope, BreakerState state) =>
        StateBuilder.Record(scope, state, 2, Standard.Start);
}
