using System.Collections.Immutable;
using Aura.Engine.Canon;

namespace Aura.Engine.MasterLogic.Measures;

/// <summary>
/// What an asset's prices say about risk over a range of rounds. For people: it decides nothing and is not recorded.
/// </summary>
/// <param name="Rules">What they were computed with.</param>
/// <param name="From">The first round of the range.</param>
/// <param name="To">The last round of the range.</param>
/// <param name="Returns">Simple returns between neighbouring rounds that both have a price, oldest first.</param>
/// <param name="Ewma">The volatility that forgets after every return, percent.</param>
/// <param name="Realised">The volatility of the window after every return, percent.</param>
/// <param name="Drawdown">Null without a price.</param>
/// <param name="Tails">At 95 and at 99 %.</param>
public sealed record RiskMeasures(
    MeasureRules Rules, RoundNumber From, RoundNumber To, ImmutableArray<RoundReturn> Returns, ImmutableArray<decimal?> Ewma,
    ImmutableArray<decimal?> Realised, Drawdown? Drawdown, ImmutableArray<TailMeasures> Tails)
{
    /// <summary>Over positive prices in the order of time, splits taken out.</summary>
    /// <returns>Null without a round.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A price is zero or negative.</exception>
    public static RiskMeasures? Of(ImmutableArray<RoundPrice> prices, MeasureRules rules)
    {
        if (prices.IsEmpty)
            return null;

        var returns = SimpleReturns.Of(prices);
        return new RiskMeasures(
            rules, prices[0].Round, prices[^1].Round, returns,
            EwmaVolatility.Series(returns, rules.EwmaDecay),
            RealisedVolatility.Series(returns, rules.RealisedWindow),
            Measures.Drawdown.Of(prices),
            [TailsOf(returns, Confidence.Of95, rules), TailsOf(returns, Confidence.Of99, rules)]);
    }

    private static TailMeasures TailsOf(ImmutableArray<RoundReturn> returns, Confidence confidence, MeasureRules rules) =>
        new(
            confidence,
            HistoricalTail.Of(returns, confidence),
            ParametricTail.Of(returns, confidence),
            VarBacktest.Of(returns, VarMethod.Historical, confidence, rules.BacktestWindow),
            VarBacktest.Of(returns, VarMethod.Parametric, confidence, rules.BacktestWindow));
}
