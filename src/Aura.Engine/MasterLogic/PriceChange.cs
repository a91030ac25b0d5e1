using Aura.Engine.Canon;
using Aura.Engine.Consensus;
using Aura.Engine.Market;
using Aura.Engine.Market.Calendars;

namespace Aura.Engine.MasterLogic;

/// <summary>How far an agreed price lies from the one before.</summary>
/// <param name="Percent">In percent of the earlier price, 4 places, half-even.</param>
/// <param name="Remark">One sentence when it is worth one; null otherwise, and while the market is closed.</param>
public sealed record PriceChange(decimal Percent, string? Remark)
{
    private const int Places = 4;
    private const int ReturnPlaces = 12;

    /// <summary>The same with 12 places, for figures that are made of many of them.</summary>
    public required decimal ReturnPercent { get; init; }

    /// <summary>Whether a session opened in between: what happened overnight is no movement within one round.</summary>
    public required bool IsOpening { get; init; }

    /// <summary>Compares with the last agreed price; splits in between are no change.</summary>
    /// <param name="agreement">The round's agreement.</param>
    /// <param name="memory">What was remembered before the round.</param>
    /// <param name="asset">The asset and its splits.</param>
    /// <param name="market">When markets trade.</param>
    /// <param name="moment">The market's clock.</param>
    /// <param name="rules">Thresholds.</param>
    /// <returns>Null without a price now or before.</returns>
    public static PriceChange? Of(
        AssetAgreement agreement, AssetMemory memory, AssetRule asset, MarketRules market, MarketMoment moment, RemarkRules rules)
    {
        if (agreement.Aggregate is not { Median: var price } || memory is not { LastPrice: { } last, LastPriceMarketTime: { } at })
            return null;

        decimal reference = CorporateActions.Adjust(last, at, moment.Time, asset.CorporateActions);
        decimal exact = 100m * ((price / reference) - 1m);
        decimal percent = decimal.Round(exact, Places, MidpointRounding.ToEven);
        bool isOpening = market.ExchangeHours is true
            && TradingCalendars.Of(asset.Unit).SessionAt(moment.Time) is { Start: var start } && at < start;
        bool isQuiet = market.SessionOf(asset.Unit, moment) is MarketSession.Closed
            || decimal.Abs(percent) <= (isOpening ? rules.OpeningGapPercent : rules.JumpPercent);
        return new PriceChange(percent, isQuiet ? null
            : $"{(isOpening ? "Opened" : "Jumped")} by {DecimalText.Of(percent)} % from {DecimalText.Of(reference)}, "
                + $"the price of round {memory.LastPriceRound}.")
        {
            ReturnPercent = decimal.Round(exact, ReturnPlaces, MidpointRounding.ToEven),
            IsOpening = isOpening,
        };
    }
}
