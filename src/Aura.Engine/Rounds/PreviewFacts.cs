using System.Globalization;
using Aura.Engine.Canon;
using Aura.Engine.Publishing;

namespace Aura.Engine.Rounds;

/// <summary>What is so before the command: the breaker and the numbers of the latest round.</summary>
internal static class PreviewFacts
{
    public static IEnumerable<PreviewLine> Of(BreakerReport breaker, RoundReport? latest)
    {
        yield return PreviewLine.Of(
            "{0} is {1}, version {2}.", breaker.Scope.Value, $"{breaker.State}", breaker.Version.ToString(CultureInfo.InvariantCulture));
        if (breaker.Last is { } last)
            yield return PreviewLine.Of(
                "Its last change: {0} → {1} at {2}, cause {3}.", $"{last.From}", $"{last.To}", InstantText.Of(last.At), $"{last.Cause}");
        yield return latest is null
            ? PreviewLine.Of("No round was decided yet.")
            : Numbers(latest, breaker.Scope);
    }

    private static PreviewLine Numbers(RoundReport latest, Scope scope)
    {
        string round = latest.Round.ToString();
        if (latest.Assets.FirstOrDefault(asset => Scope.Of(asset.Asset) == scope) is not { } own)
            return PreviewLine.Of(
                "Round {0}: system score {1}, worst tier {2}.", round, DecimalText.Of(latest.System.DisplayScore),
                latest.Assets.IsEmpty ? "–" : $"{latest.Assets.Max(asset => asset.Tier)}");

        string score = DecimalText.Of(own.Score);
        return own.Price is { } price
            ? PreviewLine.Of("Round {0}: {1} USD, tier {2}, score {3}.", round, DecimalText.Of(price), $"{own.Tier}", score)
            : PreviewLine.Of("Round {0}: no agreed price, tier {1}, score {2}.", round, $"{own.Tier}", score);
    }
}
