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
        string due = Figures.Span(period);
        if (now - latest.CompletedAt <= (period * LatePeriods) + Tolerance)
            return new(T("Rounds are on time"), T("One is due every {0}.", due), Tone.Good);
        return latest.Mode is MarketMode.Replay
            ? new(T("No new round"), T("One is due every {0}; the recording may have ended.", due), Tone.Warning)
            : new(T("Rounds are late"), T("One is due every {0}.", due), Tone.Danger);
    }

    /// <summary>Is anything halted?</summary>
    public static Verdict OfPublishing(ImmutableArray<BreakerReport> breakers, ImmutableArray<AssetReport> assets)
    {
        var halting = breakers.Where(breaker => breaker.State is not BreakerState.Closed).ToList();
        if (halting.Count == 0)
            return OfOpenGate(assets);

        string reason = string.Join(" ", halting.Select(
            breaker => T("{0} is {1}: {2}.", breaker.Scope, breaker.State, BreakerWords.Of(breaker.Cause))));
        var tone = halting.TrueForAll(breaker => breaker.State is BreakerState.HalfOpen) ? Tone.Warning : Tone.Danger;
        if (halting.Exists(breaker => breaker.Scope.IsSystem))
            return new(T("Everything is halted"), reason, tone);
        string names = Listed(halting.Select(breaker => breaker.Scope.Value));
        return new(halting.Count == 1 ? T("{0} is halted", names) : T("{0} are halted", names), reason, tone);
    }

    /// <summary>Who must act? What waits longest for a person comes first.</summary>
    public static Verdict OfDuty(ImmutableArray<BreakerReport> breakers, DateTimeOffset now)
    {
        if (breakers.FirstOrDefault(breaker => breaker.Pending is { } pending && pending.IsOpenAt(now)) is { Pending: { } request } asked)
            return new(
                T("A compliance officer"),
                T("Approve or decline the reset of {0}, within {1}.", asked.Scope, Figures.Wait(request.ExpiresAt, now)), Tone.Notice);

        var halted = breakers.Where(breaker => breaker.State is BreakerState.Open or BreakerState.Isolated).ToList();
        if (halted.Count > 0)
        {
            string names = Listed(halted.Select(breaker => breaker.Scope.Value));
            bool raised = halted.Exists(breaker => !breaker.ActiveCauses.IsEmpty);
            return new(
                T("An operator"),
                raised ? T("Find out what halts {0}: the cause still lasts.", names) : T("Look at {0}, and reset what is sound.", names),
                Tone.Danger);
        }

        return breakers.FirstOrDefault(breaker => breaker.State is BreakerState.HalfOpen) is { } probing
            ? new(
                T("Nobody yet"),
                T("{0} closes by itself after {1} more clean rounds.", probing.Scope, probing.CleanRoundsNeeded - probing.CleanRounds), Tone.Warning)
            : new(T("Nobody"), T("No breaker waits for a person."), Tone.Good);
    }

    /// <summary>What is the worst tier, and why?</summary>
    public static Verdict OfRisk(AssetReport worst, int assets, RiskRules rules)
    {
        var look = TierLook.Of(worst.Tier);
        string sentence = T("{0} is {1}", worst.Asset, look.Word);
        if (worst.DispersionPercent is not { } dispersion)
            return new(sentence, $"{worst.QualityReason} {T("Without a dispersion the last tier stays, at least Elevated.")}", look.Tone);

        // Held for a reason that is not the dispersion: a source in quarantine.
        if (worst.Tier > rules.TierOf(dispersion))
            return new(sentence, worst.QualityReason, look.Tone);

        string percent = Figures.Percent(dispersion);
        return worst.Tier switch
        {
            Tier.Normal => new(
                assets == 1 ? sentence : T("Every asset is Normal"),
                T("Widest is {0}: sources are dispersed by {1}, up to {2} is Normal.", worst.Asset, percent, Figures.Limit(rules.ElevatedAbovePercent)),
                look.Tone),
            Tier.Elevated => new(sentence, Above(percent, rules.ElevatedAbovePercent), look.Tone),
            Tier.High => new(sentence, Above(percent, rules.HighAbovePercent), look.Tone),
            _ => new(sentence, Above(percent, rules.ExtremeAbovePercent), look.Tone),
        };
    }

    /// <summary>The asset that asks for attention first: the worst tier, then the unknown, then the widest dispersion.</summary>
    public static AssetReport WorstOf(ImmutableArray<AssetReport> assets) =>
        assets.OrderByDescending(asset => asset.Tier)
            .ThenByDescending(asset => asset.TierStale)
            .ThenByDescending(asset => asset.DispersionPercent)
            .ThenBy(asset => asset.Asset)
            .First();

    private static string Above(string percent, decimal limit) =>
        T("Its sources are dispersed by {0}, above {1}.", percent, Figures.Limit(limit));

    private static Verdict OfOpenGate(ImmutableArray<AssetReport> assets)
    {
        string closed = T("Every breaker is Closed.");
        var withheld = assets.Where(asset => asset.WithheldBecause is not null).ToList();
        return withheld.Count == 0
            ? new(T("Nothing is halted"), closed, Tone.Good)
            : new(
                T("Nothing is halted"),
                $"{closed} {string.Join(" ", withheld.Select(asset => T("{0} is withheld: {1}", asset.Asset, asset.WithheldBecause)))}",
                Tone.Notice);
    }

    private static string Listed(IEnumerable<string> names)
    {
        string[] all = [.. names];
        return all.Length == 1 ? all[0] : T("{0} and {1}", string.Join(", ", all[..^1]), all[^1]);
    }
}
