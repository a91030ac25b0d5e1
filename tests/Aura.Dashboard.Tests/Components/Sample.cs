using System.Collections.Immutable;
using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Consensus;
using Aura.Engine.Market;
using Aura.Engine.MasterLogic;
using Aura.Engine.Nodes;
using Aura.Engine.Publishing;
using Aura.Engine.Publishing.Alerts;
using Aura.Engine.Rounds;

namespace Aura.Dashboard.Tests.Components;

/// <summary>A valid, calm installation; a test breaks one thing with <c>with</c>.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset Start = new(2026, 1, 2, 15, 0, 0, TimeSpan.Zero);
    public static readonly AssetSymbol Gold = AssetSymbol.Parse("GOLD");
    public static readonly AssetSymbol Msft = AssetSymbol.Parse("MSFT");

    public static readonly RuleSet Rules = new(
        new ScheduleRules("*/5 * * * * *", 3000),
        new MarketRules(
            MarketMode.Simulated, "calm", 1,
            [new(Gold, PriceUnit.TroyOunce, 1m, 100_000m), new(Msft, PriceUnit.Share, 1m, 100_000m)],
            [Rule("gold-a", Gold), Rule("gold-b", Gold), Rule("msft-a", Msft)]),
        new NodeRules([.. Enumerable.Range(1, 4).Select(i => new NodeKey(
            new NodeId(i), PublicKey.Parse(new string((char)('0' + i), 64))))]),
        new ConsensusRules(67, [Weight("gold-a"), Weight("gold-b"), Weight("msft-a")], []),
        RiskRules.Default,
        new BreakerRules(10_000, 3, 3, 1, 9m, 5m))
    {
        Alerts = AlertRules.Default,
    };

    public static readonly AssetReport CalmGold = Asset(Gold, PriceUnit.TroyOunce, 3356.73m, "gold-a", "gold-b");
    public static readonly AssetReport CalmMsft = Asset(Msft, PriceUnit.Share, 467.68m, "msft-a");

    public static readonly AssetReport ExtremeGold = CalmGold with
    {
        DispersionPercent = 17.63m,
        Tier = Tier.Extreme,
        Score = 10m,
        WithheldBecause = "The GOLD breaker is Open.",
    };

    public static readonly AssetReport UndecidedGold = CalmGold with
    {
        Price = null,
        WeightedMean = null,
        StandardDeviation = null,
        DispersionPercent = null,
        Tier = Tier.Elevated,
        TierStale = true,
        Score = 4m,
        Quality = Quality.NoDecision,
        QualityReason = "None of 2 sources agreed.",
        LastPrice = new LastPrice(3350m, new RoundNumber(3), Start.AddSeconds(-40)),
        WithheldBecause = "There is no decision.",
        Sources = [.. CalmGold.Sources.Select(source => source with
        {
            Verdict = SourceVerdict.Refused, Refusal = RefusalCode.Timeout, Reason = "No answer in time.",
            Price = null, RawPrice = null, SourceTime = null, Bodies = [],
        })],
    };

    public static RoundReport Round(long number, params AssetReport[] assets)
    {
        ImmutableArray<AssetReport> listed = assets.Length == 0 ? [CalmGold, CalmMsft] : [.. assets];
        var at = Start.AddSeconds(5 * number);
        return new RoundReport(
            new RoundNumber(number), new Slot(at), at, at, MarketMode.Simulated, "calm", Rules.ToDigest(),
            NetworkReport.Of(Rules.Quorum, 4, []), new SystemAssessment(0m, 0.01m, 0m, 0m, true, false), listed,
            [Breaker("SYSTEM"), Breaker("GOLD"), Breaker("MSFT")], []);
    }

    public static BreakerReport Breaker(string scope, BreakerState state = BreakerState.Closed, long version = 1)
    {
        var breaker = Scope.Parse(scope);
        var initial = BreakerRecord.Initial(breaker);
        return BreakerReport.Of(
            state is BreakerState.Closed
                ? initial
                : initial with { State = state, Version = version, TrippedAt = Start, Last = Change(breaker, state, version) },
            Rules.Breaker, []);
    }

    private static Transition Change(Scope scope, BreakerState state, long version) => state switch
    {
        BreakerState.Open => new(
            scope, BreakerState.Closed, state, version, BreakerCause.ExtremeDispersion, false, Start,
            new RoundNumber(3), $"{scope} is Extreme.", null),
        BreakerState.Isolated => Manual(scope, state, version, BreakerCause.ManualTrip),
        _ => Manual(scope, state, version, BreakerCause.ManualReset),
    };

    private static Transition Manual(Scope scope, BreakerState to, long version, BreakerCause cause) =>
        new(scope, BreakerState.Closed, to, version, cause, true, Start, null, "a drill of the desk",
            new TransitionCommand(new Guid(1, 2, 3, [4, 5, 6, 7, 8, 9, 10, 11]), TestDesk.OperatorId, ReasonCode.Drill, "a drill of the desk"));

    private static AssetReport Asset(AssetSymbol symbol, PriceUnit unit, decimal price, params string[] sources) =>
        new(
            symbol, unit, price, new LastPrice(price, new RoundNumber(1), Start), price, 0.5m, 0.015m, Tier.Normal, false,
            0m, Quality.Good, "3 of 3 sources agreed, from 3 vendors.", MarketSession.Open, null,
            [.. sources.Select(id => new SourceReport(
                SourceId.Parse(id), "AlphaVantage", "GLOBAL_QUOTE", 1m, AgreementKind.Body, 4, SourceVerdict.Agreed,
                RefusalCode.None, null, price, unit, price, unit, null, Start) { Bodies = [Digest.Of([1])] })]);

    private static SourceRule Rule(string id, AssetSymbol asset) =>
        new(SourceId.Parse(id), asset, "AlphaVantage", "GLOBAL_QUOTE", asset.Value, PriceUnit.Share, 900);

    private static SourceWeight Weight(string id) => new(SourceId.Parse(id), AgreementKind.Body, 1m);
}
