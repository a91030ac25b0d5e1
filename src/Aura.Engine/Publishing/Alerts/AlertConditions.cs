using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.MasterLogic;

namespace Aura.Engine.Publishing.Alerts;

/// <summary>Which causes of incidents a round, a command or a notice says something about.</summary>
public static class AlertConditions
{
    // One round without a decision is a hiccup; the second is worth a look before the third opens the breaker.
    private const int UndecidedRounds = 2;

    /// <summary>Of a breaker, whoever changed it.</summary>
    public static AlertCondition Of(BreakerRecord breaker) => new(
        breaker.Scope, AlertKind.BreakerTripped, breaker.State is BreakerState.Open or BreakerState.Isolated,
        breaker.State is BreakerState.Closed, breaker.Last?.Detail ?? string.Empty);

    /// <summary>Of an asset in a round.</summary>
    public static IEnumerable<AlertCondition> Of(AssetFigures asset)
    {
        var assessment = asset.Assessment;
        var scope = Scope.Of(assessment.Asset);
        bool isKnown = assessment is { TierStale: false, DispersionPercent: not null };
        yield return new AlertCondition(
            scope, AlertKind.HighDispersion, isKnown && assessment.Tier >= Tier.High, isKnown && assessment.Tier < Tier.High,
            $"{assessment.Asset} is {assessment.Tier}: its sources are dispersed by {Text(assessment.DispersionPercent)} %.");
        yield return new AlertCondition(
            scope, AlertKind.NoDecision, asset.InSession && asset.RoundsWithoutDecision >= UndecidedRounds,
            assessment.HasDecision || !asset.InSession,
            $"{assessment.Asset} had no decision for {asset.RoundsWithoutDecision} rounds.");
    }

    /// <summary>That people practise, or stop practising.</summary>
    public static AlertCondition OfDrill(Scope scope, bool isOn, string words) =>
        new(scope, AlertKind.Drill, isOn, !isOn, $"A drill, nothing is wrong: {words}");

    /// <summary>That a round was completed.</summary>
    public static AlertCondition Completed { get; } =
        new(Scope.System, AlertKind.RoundsMissing, IsActive: false, IsOver: true, string.Empty);

    private static string Text(decimal? value) => value is { } known ? DecimalText.Of(known) : "?";
}
