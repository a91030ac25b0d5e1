using System.Collections.Immutable;
using Aura.Engine.Breaker;
using Aura.Engine.Canon;

namespace Aura.Engine.Rounds.Thresholds;

/// <summary>The part of a rule set that two people can change while rounds go on: where tiers begin and breakers open.</summary>
/// <param name="ElevatedAbovePercent">Dispersion above it is Elevated, in percent.</param>
/// <param name="HighAbovePercent">Dispersion above it is High, in percent.</param>
/// <param name="ExtremeAbovePercent">Dispersion above it is Extreme, in percent.</param>
/// <param name="SystemOpensAtScore">SYSTEM opens at a raw score of this or more.</param>
/// <param name="CleanUpToPercent">A clean round has at most this dispersion, in percent.</param>
/// <param name="NoDecisionRounds">Rounds without a decision that open a breaker.</param>
/// <param name="Causes">The causes with their modes and thresholds, in the order of the rule set.</param>
public sealed record ThresholdSet(
    decimal ElevatedAbovePercent, decimal HighAbovePercent, decimal ExtremeAbovePercent, decimal SystemOpensAtScore,
    decimal CleanUpToPercent, int NoDecisionRounds, ImmutableArray<CauseRule> Causes)
{
    /// <summary>The greatest raw score: every asset Extreme, and their dispersions far apart.</summary>
    public const decimal MostScore = 12m;

    /// <summary>The greatest dispersion that a threshold can name, in percent.</summary>
    public const decimal MostPercent = 100m;

    /// <summary>The greatest threshold of a cause.</summary>
    public const decimal MostOfCause = 1_000m;

    /// <summary>The most rounds without a decision that can be waited for.</summary>
    public const int MostRounds = 100;

    private const int MostPlaces = 4;

    /// <summary>The thresholds of a rule set.</summary>
    public static ThresholdSet Of(RuleSet rules) => new(
        rules.Risk.ElevatedAbovePercent, rules.Risk.HighAbovePercent, rules.Risk.ExtremeAbovePercent,
        rules.Breaker.SystemOpensAtScore, rules.Breaker.CleanUpToPercent, rules.Breaker.NoDecisionRounds,
        rules.Breaker.CausesInForce);

    /// <summary>The rule set with these thresholds in place of its own; all else stays.</summary>
    public RuleSet In(RuleSet rules) => rules with
    {
        Risk = rules.Risk with
        {
            ElevatedAbovePercent = ElevatedAbovePercent,
            HighAbovePercent = HighAbovePercent,
            ExtremeAbovePercent = ExtremeAbovePercent,
        },
        Breaker = rules.Breaker with
        {
            SystemOpensAtScore = SystemOpensAtScore,
            CleanUpToPercent = CleanUpToPercent,
            NoDecisionRounds = NoDecisionRounds,
            Causes = Causes,
        },
    };

    /// <summary>What keeps them from being rules, each with the key that it is about; empty when nothing does.</summary>
    /// <param name="rules">The rule set whose causes they must have.</param>
    public IEnumerable<ThresholdFault> Faults(RuleSet rules) =>
    [
        .. Range("elevatedAbovePercent", ElevatedAbovePercent, MostPercent),
        .. Range("highAbovePercent", HighAbovePercent, MostPercent),
        .. Range("extremeAbovePercent", ExtremeAbovePercent, MostPercent),
        .. Range("systemOpensAtScore", SystemOpensAtScore, MostScore),
        .. Range("cleanUpToPercent", CleanUpToPercent, MostPercent),
        .. Above("highAbovePercent", HighAbovePercent, "elevatedAbovePercent", ElevatedAbovePercent),
        .. Above("extremeAbovePercent", ExtremeAbovePercent, "highAbovePercent", HighAbovePercent),
        .. SystemOpensAtScore == 0m
            ? [new ThresholdFault("systemOpensAtScore", "'systemOpensAtScore' is '0': every round would open SYSTEM.")]
            : Array.Empty<ThresholdFault>(),
        // Otherwise a round that opens a breaker would also be one of those that close it again.
        .. CleanUpToPercent > ExtremeAbovePercent
            ? [new ThresholdFault("cleanUpToPercent", $"'cleanUpToPercent' is '{Text(CleanUpToPercent)}': it must not be above 'extremeAbovePercent', '{Text(ExtremeAbovePercent)}'.")]
            : Array.Empty<ThresholdFault>(),
        .. NoDecisionRounds is < 1 or > MostRounds
            ? [new ThresholdFault("noDecisionRounds", $"'noDecisionRounds' is '{NoDecisionRounds}': accepted is 1 to {MostRounds}.")]
            : Array.Empty<ThresholdFault>(),
        .. CauseFaults(rules.Breaker.CausesInForce),
    ];

    private IEnumerable<ThresholdFault> CauseFaults(ImmutableArray<CauseRule> known)
    {
        if (!Causes.Select(cause => cause.Cause).SequenceEqual(known.Select(cause => cause.Cause)))
        {
            yield return new ThresholdFault(
                "causes", $"'causes' must be {string.Join(", ", known.Select(cause => cause.Cause))}, each once and in this order.");
            yield break;
        }

        foreach (var (cause, before) in Causes.Zip(known))
        {
            string key = $"causes.{cause.Cause}";
            if (cause.EnterAbove is null != before.EnterAbove is null || cause.LeaveAt is null != before.LeaveAt is null)
            {
                yield return new ThresholdFault(key, before.EnterAbove is null
                    ? $"'{key}' has a mode only: what it looks at is stated elsewhere."
                    : $"'{key}' needs 'enterAbove' and 'leaveAt'.");
                continue;
            }

            if (cause is not { EnterAbove: { } enter, LeaveAt: { } leave })
                continue;
            foreach (var fault in Range($"{key}.enterAbove", enter, MostOfCause).Concat(Range($"{key}.leaveAt", leave, MostOfCause)))
                yield return fault;
            if (leave > enter)
                yield return new ThresholdFault(
                    $"{key}.leaveAt", $"'{key}.leaveAt' is '{Text(leave)}': it must not be above '{key}.enterAbove', '{Text(enter)}'.");
        }
    }

    private static IEnumerable<ThresholdFault> Range(string key, decimal value, decimal most)
    {
        if (value < 0m || value > most || decimal.Round(value, MostPlaces) != value)
            yield return new ThresholdFault(
                key, $"'{key}' is '{Text(value)}': accepted is 0 to {Text(most)} with at most {MostPlaces} decimal places.");
    }

    private static IEnumerable<ThresholdFault> Above(string key, decimal value, string lowerKey, decimal lower)
    {
        if (value <= lower)
            yield return new ThresholdFault(
                key, $"'{key}' is '{Text(value)}': it must be above '{lowerKey}', '{Text(lower)}'.");
    }

    private static string Text(decimal value) => DecimalText.Of(value);
}
