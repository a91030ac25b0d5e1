using Aura.Engine.Canon;
using Aura.Engine.MasterLogic.Measures;

namespace Aura.Engine.Publishing.Explanations;

/// <summary>What every sentence about a measure says of its sample.</summary>
internal static class MeasureWording
{
    public static string Sample(RiskMeasures measures) =>
        $"{Sample(measures.Returns.Length, "simple return", measures.From, measures.To)}, measure rules {measures.Rules.Version}";

    public static string Sample(int count, string what, RoundNumber from, RoundNumber to) =>
        $"{count} {what}{(count == 1 ? string.Empty : "s")} of rounds {from} to {to}";

    public static string TooFew(string what, int least, RiskMeasures measures) =>
        $"No {what}: it needs at least {least} returns and there are {Sample(measures)}.";

    public static string Number(double value) => Wording.Number((decimal)value);

    public static string Price(RoundPrice price) => $"{Wording.Number(price.Price)} of round {price.Round}";
}
