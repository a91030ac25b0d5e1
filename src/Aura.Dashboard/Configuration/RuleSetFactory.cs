using System.Collections.Immutable;
using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Consensus;
using Aura.Engine.Market;
using Aura.Engine.MasterLogic;
using Aura.Engine.Nodes;
using Aura.Engine.Rounds;

namespace Aura.Dashboard.Configuration;

/// <summary>Turns validated settings into the one rule set that decides.</summary>
internal static class RuleSetFactory
{
    private const decimal SystemOpensAtScore = 9m;
    private const decimal CleanUpToPercent = 5m;
    // From the opening to the close.
    private static readonly TimeSpan OneSession = TimeSpan.FromHours(6.5);
    private static readonly TimeSpan OneDay = TimeSpan.FromDays(1);
    private static readonly TimeSpan Recent = TimeSpan.FromMinutes(15);

    private const int LiveApprovals = 2;
    private const int PlayedApprovals = 1;

    /// <param name="options">Settings that passed <see cref="EngineOptionsValidator"/>.</param>
    /// <param name="nodes">The nodes' public keys.</param>
    /// <param name="ouncesPerShare">Published conversion factors; empty for the formula.</param>
    public static RuleSet Create(
        EngineOptions options, ImmutableArray<NodeKey> nodes, ImmutableArray<OuncesOnDate> ouncesPerShare)
    {
        var fed = options.Assets
            .SelectMany(asset => asset.Sources, (asset, source) => (Asset: AssetSymbol.Parse(asset.Symbol), Source: source))
            .Where(pair => IsFed(options.Market, pair.Source))
            .OrderBy(pair => SourceId.Parse(pair.Source.Id))
            .ToList();
        bool byCalendar = options.Market is { Mode: MarketMode.Live, Calendar: MarketHours.Exchange };
        return new RuleSet(
            new ScheduleRules(options.Rounds.Cron, (long)options.Rounds.GatherTimeout.TotalMilliseconds),
            new MarketRules(
                options.Market.Mode,
                options.Market.Mode is MarketMode.Simulated ? options.Market.Scenario : null,
                options.Market.Seed,
                [.. options.Assets.Select(Asset).OrderBy(asset => asset.Symbol)],
                [.. fed.Select(pair => Source(pair.Asset, pair.Source, byCalendar))])
            {
                SharedAnswers = options.Market is { Mode: MarketMode.Live, Fetch: FetchSharing.Shared } ? true : null,
                ExchangeHours = byCalendar ? true : null,
            },
            new NodeRules(nodes),
            new ConsensusRules(
                options.Consensus.QuorumPercent,
                [.. fed.Select(pair => Weight(options.Market.Mode, pair.Source))],
                ouncesPerShare,
                options.Consensus.MedianTolerancePercent)
            {
                Units = UnitRules.Default,
            },
            RiskRules.Default with { Remarks = RemarkRules.Default, Volatility = VolatilityRules.Default },
            new BreakerRules(
                (long)options.Breaker.CoolDown.TotalMilliseconds, options.Breaker.HalfOpenRounds,
                options.Breaker.NoDecisionRounds, Approvals(options), SystemOpensAtScore, CleanUpToPercent)
            {
                Causes = options.Breaker.Causes.ToRules(),
                Flapping = options.Breaker.Flapping.ToRules(),
            })
        {
            Alerts = options.Alerts.ToRules(),
        };
    }

    // Real prices want a second pair of eyes; a demonstration by one person must still be able to reset.
    private static int Approvals(EngineOptions options) =>
        options.Breaker.ApprovalsRequired
        ?? (options.Market.Mode is MarketMode.Live ? LiveApprovals : PlayedApprovals);

    // A replay that has no column for a source cannot play it; asking would only record refusals nobody caused.
    private static bool IsFed(MarketOptions market, SourceOptions source) =>
        market.Mode is not MarketMode.Replay || market.Replay.ColumnOf(source.Id) is not null;

    private static SourceWeight Weight(MarketMode mode, SourceOptions source) =>
        new(
            SourceId.Parse(source.Id), source.Agreement ?? DefaultAgreement.Of(mode, source.Function), source.Weight);

    private static AssetRule Asset(AssetOptions asset) =>
        new(AssetSymbol.Parse(asset.Symbol), asset.Unit, asset.LowestPrice, asset.HighestPrice)
        {
            CorporateActions = CorporateActionText.Read(asset.CorporateActions),
        };

    private static SourceRule Source(AssetSymbol asset, SourceOptions source, bool byCalendar) =>
        new(
            SourceId.Parse(source.Id), asset, source.Vendor, source.Function, source.Symbol, source.Unit,
            (long)(source.StaleAfter ?? StaleAfter(source.Function, byCalendar)).TotalSeconds);

    private static TimeSpan StaleAfter(string function, bool byCalendar) =>
        !SourceRule.IsDatedByDay(function) ? Recent : byCalendar ? OneSession : OneDay;
}
