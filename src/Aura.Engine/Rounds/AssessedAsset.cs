using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Consensus;
using Aura.Engine.Market;
using Aura.Engine.MasterLogic;

namespace Aura.Engine.Rounds;

/// <summary>Everything a round has found out about one asset before breakers look at it.</summary>
internal sealed record AssessedAsset(
    AssetRule Rule, AssetAgreement Agreement, AssetAssessment Assessment, MarketSession Session, PriceChange? Change,
    AssetMemory Memory)
{
    public bool InSession => Session is MarketSession.Open;

    public static AssessedAsset Of(AssetRule asset, AssetMemory before, AssetAgreement agreement, RuleSet rules, DecidedAt decided)
    {
        var assessment = AssetRisk.Assess(agreement, before, rules.Risk);
        var session = rules.Market.SessionOf(asset.Unit, decided.Moment);
        var round = new DecidedRound(decided.Round, session is MarketSession.Open);
        var change = rules.Risk.Remarks is { } remarks
            ? PriceChange.Of(agreement, before, asset, rules.Market, decided.Moment, remarks)
            : null;
        var memory = AssetRisk.Remember(before, assessment, agreement, round);
        if (rules.Risk.Remarks is not null && agreement.Aggregate is not null)
            memory = memory with { LastPriceMarketTime = decided.Moment.Time };
        // A closed market does not move, and what happened while it was closed has a cause of its own.
        if (rules.Risk.Volatility is { } volatility && change is { IsOpening: false } && round.InSession)
            memory = memory with { Returns = ReturnMemory.After(before.Returns, change.ReturnPercent, volatility) };
        return new AssessedAsset(asset, agreement, assessment, session, change, memory);
    }

    public decimal? VolatilityPercent(RiskRules risk) =>
        risk.Volatility is { } rules ? Memory.Returns?.VolatilityPercent(rules) : null;

    public AssetFigures Figures(RiskRules risk) => new(Assessment, Memory.RoundsWithoutDecision, InSession)
    {
        ChangePercent = Change?.Percent,
        IsOpening = Change?.IsOpening ?? false,
        VolatilityPercent = VolatilityPercent(risk),
        Sources = Agreement.Sources.Length,
        StaleSources = Agreement.Sources.Count(
            source => source.Refusal is RefusalCode.Stale or RefusalCode.FutureDated),
        Quarantined = [.. Agreement.Quarantined.Select(source => source.Source)],
    };

    internal sealed record DecidedAt(RoundNumber Round, MarketMoment Moment);
}
