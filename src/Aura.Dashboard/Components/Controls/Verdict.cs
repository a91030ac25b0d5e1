using System.Collections.Immutable;
using Aura.Dashboard.Components.Appearance;
using Aura.Engine.Breaker;
using Aura.Engine.Market;
using Aura.Engine.MasterLogic;
using Aura.Engine.Publishing;

namespace Aura.Dashboard.Components.Controls;

/// <summary>An answer in one sentence, with the reason in a second one.</summary>
internal sealed record Verdict(string Sentence, string Reason, Tone Tone)
{
    // A round may be one period late without anybody having to look; a scheduler wakes up to a second late.
    private const int LatePeriods = 2;
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(1);

    /// <summary>Do rounds arrive?</summary>
    public static Verdict OfPulse(RoundReport latest, TimeSpan period, DateTimeOffset now)
    {
        string due = $"one is due every {Figures.Span(period)}";
        if (now - latest.CompletedAt <= (period * LatePeriods) + Tolerance)
            return new("Rounds are on time", $"{Sentenced(due)}.", Tone.Good);
        return latest.Mode is MarketMode.Replay
            ? new("No new round", $"{Sentenced(due)}; the recording may have ended.", Tone.Warning)
            : new("Rounds are late", $"{Sentenced(due)}.", Tone.Danger);
    }

    /// <summary>Is anything halted?</summary>
    public static Verdict OfPublishing(ImmutableArray<BreakerReport> breakers, ImmutableArray<AssetReport> assets)
    {
        var halting = breakers.Where(breaker => breaker.State is not BreakerState.Closed).ToList();
        if (halting.Count == 0)
            return OfOpenGate(assets);

        string reason = string.Join(" ", halting.Select(
            breaker => $"{breaker.Scope} is {breaker.State}: {Lowered(BreakerWords.Of(breaker.Cause))}."));
        var tone = halting.TrueForAll(breaker => breaker.State is BreakerState.HalfOpen) ? Tone.Warning : Tone.Danger;
        if (halting.Exists(breaker => breaker.Scope.IsSystem))
            return new("Everything is halted", reason, tone);
        string names = Listed(halting.Select(breaker => breaker.Scope.Value));
        return new($"{names} {(halting.Count == 1 ? "is" : "are")} halted", reason, tone);
    }

    /// <summary>What is the worst tier, and why?</summary>
    public static Verdict OfRisk(AssetReport worst, int assets, RiskRules rules)
    {
        var look = TierLook.Of(worst.Tier);
        string sentence = $"{worst.Asset} is {look.Word}";
        if (worst.DispersionPercent is not { } dispersion)
            return new(sentence, $"{worst.QualityReason} Without a dispersion the last tier stays, at least Elevated.", look.Tone);

        string percent = $"sources are dispersed by {Figures.Percent(dispersion)}";
        return worst.Tier switch
        {
            Tier.Normal => new(
                assets == 1 ? sentence : "Every asset is Normal",
                $"Widest is {worst.Asset}: {percent}, up to {Figures.Limit(rules.ElevatedAbovePercent)} is Normal.", look.Tone),
            Tier.Elevated => new(sentence, $"Its {percent}, above {Figures.Limit(rules.ElevatedAbovePercent)}.", look.Tone),
            Tier.High => new(sentence, $"Its {percent}, above {Figures.Limit(rules.HighAbovePercent)}.", look.Tone),
            _ => new(sentence, $"Its {percent}, above {Figures.Limit(rules.ExtremeAbovePercent)}.", look.Tone),
        };
    }

    /// <summary>The asset that asks for attention first: the worst tier, then the unknown, then the widest dispersion.</summary>
    public static AssetReport WorstOf(ImmutableArray<AssetReport> assets) =>
        assets.OrderByDescending(asset => asset.Tier)
            .ThenByDescending(asset => asset.TierStale)
            .ThenByDescending(asset => asset.DispersionPercent)
            .ThenBy(asset => asset.Asset)
            .First();

    private static Verdict OfOpenGate(ImmutableArray<AssetReport> assets)
    {
        string closed = "Every breaker is Closed.";
        var withheld = assets.Where(asset => asset.WithheldBecause is not null).ToList();
        return withheld.Count == 0
            ? new("Nothing is halted", closed, Tone.Good)
            : new(
                "Nothing is halted",
                $"{closed} {string.Join(" ", withheld.Select(asset => $"{asset.Asset} is withheld: {Lowered(asset.WithheldBecause!)}"))}",
                Tone.Notice);
    }

    private static string Listed(IEnumerable<string> names)
    {
        string[] all = [.. names];
        return all.Length == 1 ? all[0] : $"{string.Join(", ", all[..^1])} and {all[^1]}";
    }

    private static string Lowered(string text) => char.ToLowerInvariant(text[0]) + text[1..];

    private static string Sentenced(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
