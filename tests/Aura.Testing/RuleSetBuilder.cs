using System.Collections.Immutable;
using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Consensus;
using Aura.Engine.Market;
using Aura.Engine.MasterLogic;
using Aura.Engine.Nodes;
using Aura.Engine.Rounds;

namespace Aura.Testing;

/// <summary>Builds a rule set from the standard one.</summary>
public sealed record RuleSetBuilder
{
    private int Nodes { get; init; } = 4;

    private int QuorumPercent { get; init; } = 67;

    private NodeKeys Keys { get; init; } = NodeKeys.Standard;

    private MarketMode Mode { get; init; } = MarketMode.Simulated;

    private long GatherTimeoutMilliseconds { get; init; } = 3_000;

    private BreakerRules Breaker { get; init; } = new(10_000, 3, 3, 1, 9m, 5m);

    private RiskRules Risk { get; init; } = RiskRules.Default;

    private ImmutableArray<(SourceRule Rule, decimal Weight)> Sources { get; init; } = Standard.Sources;

    private ImmutableArray<OuncesOnDate> Ounces { get; init; } = [Standard.Ounces];

    private AgreementKind Agreement { get; init; } = AgreementKind.Body;

    private ImmutableDictionary<SourceId, AgreementKind> Agreements { get; init; } =
        ImmutableDictionary<SourceId, AgreementKind>.Empty;

    private decimal MedianTolerancePercent { get; init; } = ConsensusRules.DefaultMedianTolerancePercent;

    private (decimal Lowest, decimal Highest) Bounds { get; init; } = (1m, 100_000m);

    private UnitRules? Units { get; init; }

    private bool? ExchangeHours { get; init; }

    private ImmutableArray<CorporateAction>? Splits { get; init; }

    public RuleSetBuilder WithNodes(int nodes) => this with { Nodes = nodes };

    public RuleSetBuilder WithQuorumPercent(int percent) => this with { QuorumPercent = percent };

    public RuleSetBuilder WithKeys(NodeKeys keys) => this with { Keys = keys };

    public RuleSetBuilder InMode(MarketMode mode) => this with { Mode = mode };

    public RuleSetBuilder WithGatherTimeout(TimeSpan timeout) =>
        this with { GatherTimeoutMilliseconds = (long)timeout.TotalMilliseconds };

    public RuleSetBuilder WithCoolDown(TimeSpan coolDown) =>
        this with { Breaker = Breaker with { CoolDownMilliseconds = (long)coolDown.TotalMilliseconds } };

    public RuleSetBuilder WithBreaker(Func<BreakerRules, BreakerRules> change) => this with { Breaker = change(Breaker) };

    public RuleSetBuilder WithRisk(Func<RiskRules, RiskRules> change) => this with { Risk = change(Risk) };

    /// <summary>Replaces the sources; assets follow from them.</summary>
    public RuleSetBuilder WithSources(params ImmutableArray<(SourceRule Rule, decimal Weight)> sources) =>
        this with { Sources = sources };

    /// <summary>Changes one source, such as its unit.</summary>
    public RuleSetBuilder WithSource(SourceRule source, Func<SourceRule, SourceRule> change) =>
        this with { Sources = [.. Sources.Select(s => s.Rule.Id == source.Id ? (change(s.Rule), s.Weight) : s)] };

    public RuleSetBuilder WithOunces(params ImmutableArray<OuncesOnDate> table) => this with { Ounces = table };

    /// <summary>What the nodes vote on, for every source.</summary>
    public RuleSetBuilder WithAgreement(AgreementKind kind) => this with { Agreement = kind };

    /// <summary>What the nodes vote on, for one source.</summary>
    public RuleSetBuilder WithAgreement(SourceRule source, AgreementKind kind) =>
        this with { Agreements = Agreements.SetItem(source.Id, kind) };

    public RuleSetBuilder WithMedianTolerance(decimal percent) => this with { MedianTolerancePercent = percent };

    /// <summary>Absolute price bounds of every asset.</summary>
    public RuleSetBuilder WithBounds(decimal lowest, decimal highest) => this with { Bounds = (lowest, highest) };

    /// <summary>Sources that state another unit are quarantined; rule sets of the first ledgers do not.</summary>
    public RuleSetBuilder WithUnits() => this with { Units = UnitRules.Default };

    /// <summary>As in Live: shares follow New York, ounces the gold week, and moves are remarked on.</summary>
    public RuleSetBuilder InExchangeHours() =>
        this with { ExchangeHours = true, Risk = Risk with { Remarks = RemarkRules.Default } };

    /// <summary>Everything that rule sets of today have and those of the first ledgers have not, as it ships.</summary>
    public RuleSetBuilder AsShipped() =>
        WithUnits() with
        {
            Risk = Risk with { Remarks = RemarkRules.Default, Volatility = VolatilityRules.Default },
            Breaker = Breaker with { Causes = BreakerCauses.Default, Flapping = FlapGuard.Default },
        };

    /// <summary>One cause in another mode, the others as they ship.</summary>
    public RuleSetBuilder WithCause(BreakerCause cause, CauseMode mode) => WithBreaker(breaker => breaker with
    {
        Causes = [.. breaker.CausesInForce.Select(rule => rule.Cause == cause ? rule with { Mode = mode } : rule)],
    });

    /// <summary>Splits of MSFT.</summary>
    public RuleSetBuilder WithSplits(params ImmutableArray<CorporateAction> splits) => this with { Splits = splits };

    public RuleSet Build()
    {
        var sources = Sources.OrderBy(source => source.Rule.Id).ToList();
        var assets = sources.Select(source => source.Rule.Asset).Distinct().Order()
            .Select(asset => new AssetRule(
                asset, asset == Standard.Gold ? PriceUnit.TroyOunce : PriceUnit.Share, Bounds.Lowest, Bounds.Highest)
            {
                CorporateActions = asset == Standard.Msft ? Splits : null,
            });
        var nodes = Enumerable.Range(1, Nodes).Select(n => new NodeId(n));
        return new RuleSet(
            new ScheduleRules("*/5 * * * * *", GatherTimeoutMilliseconds),
            new MarketRules(
                Mode, Mode is MarketMode.Simulated ? "calm" : null, 1, [.. assets], [.. sources.Select(source => source.Rule)])
            {
                ExchangeHours = ExchangeHours,
            },
            new NodeRules([.. nodes.Select(node => new NodeKey(node, Keys.PublicKeyOf(node)))]),
            new ConsensusRules(
                QuorumPercent,
                [
                    .. sources.Select(source => new SourceWeight(
                        source.Rule.Id, Agreements.GetValueOrDefault(source.Rule.Id, Agreement), source.Weight)),
                ],
                Ounces,
                MedianTolerancePercent)
            {
                Units = Units,
            },
            Risk,
            Breaker);
    }
}
