using Aura.Engine.MasterLogic.Measures;

namespace Aura.Engine.Publishing.Explanations;

/// <summary>How far a price fell, between which rounds.</summary>
internal static class DrawdownSentence
{
    public static string Of(RiskMeasures measures)
    {
        string rules = $"measure rules {measures.Rules.Version}";
        if (measures.Drawdown is not { } drawdown)
            return $"No drawdown: no round from {measures.From} to {measures.To} has an agreed price, {rules}.";

        string sample = MeasureWording.Sample(drawdown.Prices, "agreed price", measures.From, measures.To);
        string deepest = drawdown.DeepestPercent == 0m
            ? "The price never fell below an earlier one"
            : $"100 · (peak − price) / peak is deepest from {MeasureWording.Price(drawdown.Peak)} to "
                + $"{MeasureWording.Price(drawdown.Trough)}: {Wording.Number(drawdown.DeepestPercent)} %";
        return $"{deepest}. At present {MeasureWording.Price(drawdown.Last)} lies {Wording.Number(drawdown.PresentPercent)} % below "
            + $"the peak, {MeasureWording.Price(drawdown.PresentPeak)}. From {sample}, {rules}.";
    }
}
