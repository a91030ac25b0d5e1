using Aura.Engine.Breaker;
using Aura.Engine.Rounds;
using Aura.Engine.Rounds.Thresholds;

namespace Aura.Dashboard.Api;

/// <summary>All thresholds, as they are sent and as they are proposed. Nullable because a client may leave out anything.</summary>
internal sealed record ThresholdValues(
    decimal? ElevatedAbovePercent, decimal? HighAbovePercent, decimal? ExtremeAbovePercent, decimal? SystemOpensAtScore,
    decimal? CleanUpToPercent, int? NoDecisionRounds, IReadOnlyList<CauseValues?>? Causes)
{
    public static ThresholdValues Of(ThresholdSet thresholds) =>
        new(
            thresholds.ElevatedAbovePercent, thresholds.HighAbovePercent, thresholds.ExtremeAbovePercent,
            thresholds.SystemOpensAtScore, thresholds.CleanUpToPercent, thresholds.NoDecisionRounds,
            [.. thresholds.Causes.Select(cause => new CauseValues($"{cause.Cause}", $"{cause.Mode}", cause.EnterAbove, cause.LeaveAt))]);

    /// <summary>The thresholds; what is left out stays as it is. Null, and a fault for each key, when they cannot be rules.</summary>
    public ThresholdSet? ToSet(RuleSet rules, Dictionary<string, string[]> faults)
    {
        var now = ThresholdSet.Of(rules);
        string[] known = [.. now.Causes.Select(cause => $"{cause.Cause}")];
        foreach (var cause in Causes ?? [])
        {
            if (!known.Contains(cause?.Cause, StringComparer.Ordinal))
                faults["causes"] = [$"'causes' names '{cause?.Cause}': accepted are {string.Join(", ", known)}."];
            else if (cause!.Mode is { } mode && !Enum.GetNames<CauseMode>().Contains(mode, StringComparer.Ordinal))
                faults[$"causes.{cause.Cause}.mode"] = [$"'causes.{cause.Cause}.mode' is '{mode}': accepted are {string.Join(", ", Enum.GetNames<CauseMode>())}."];
        }

        if (faults.Count > 0)
            return null;

        var asked = new ThresholdSet(
            ElevatedAbovePercent ?? now.ElevatedAbovePercent, HighAbovePercent ?? now.HighAbovePercent,
            ExtremeAbovePercent ?? now.ExtremeAbovePercent, SystemOpensAtScore ?? now.SystemOpensAtScore,
            CleanUpToPercent ?? now.CleanUpToPercent, NoDecisionRounds ?? now.NoDecisionRounds,
            [.. now.Causes.Select(cause => (Causes ?? []).LastOrDefault(found => IsOf(found, cause)) is { } found ? found.In(cause) : cause)]);
        foreach (var fault in asked.Faults(rules))
            faults[fault.Key] = [fault.Reason];
        return faults.Count > 0 ? null : asked;
    }

    private static bool IsOf(CauseValues? values, CauseRule cause) =>
        string.Equals(values?.Cause, cause.Cause.ToString(), StringComparison.Ordinal);
}
