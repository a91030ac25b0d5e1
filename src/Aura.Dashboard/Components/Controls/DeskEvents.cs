using System.Collections.Immutable;
using System.Globalization;
using Aura.Dashboard.Components.Appearance;
using Aura.Engine.Breaker;
using Aura.Engine.Consensus;
using Aura.Engine.Publishing;

namespace Aura.Dashboard.Components.Controls;

/// <summary>What changed from round to round, and what people did: everything a person would want to be told of.</summary>
internal static class DeskEvents
{
    /// <summary>The latest changes, newest first.</summary>
    /// <param name="history">Oldest first.</param>
    /// <param name="breakers">As they are now: a command that no round has seen yet is known only here.</param>
    /// <param name="most">At most so many.</param>
    public static ImmutableArray<DeskEvent> Latest(
        ImmutableArray<RoundReport> history, ImmutableArray<BreakerReport> breakers, int most)
    {
        var changes = history.Skip(1).Zip(history, OfRound).SelectMany(round => round);
        // Of every breaker each version is one change, whoever tells of it.
        var transitions = history.SelectMany(round => round.Transitions)
            .Concat(history.SelectMany(round => round.Breakers).Concat(breakers).Select(breaker => breaker.Last).OfType<Transition>())
            .DistinctBy(change => (change.Scope, change.Version))
            .Select(OfTransition);
        return [.. changes.Concat(transitions).OrderByDescending(change => change.At).Take(most)];
    }

    private static DeskEvent OfTransition(Transition change) => new(
        change.At,
        T("{0} breaker", change.Scope),
        $"{change.From} → {change.To}: {BreakerWords.Of(change.Cause)}",
        BreakerLook.Of(change.To).Tone,
        $"/breaker?scope={change.Scope}");

    private static IEnumerable<DeskEvent> OfRound(RoundReport now, RoundReport before)
    {
        foreach (var asset in now.Assets)
        {
            if (before.Assets.FirstOrDefault(other => other.Asset == asset.Asset) is not { } earlier)
                continue;
            if (asset.Tier != earlier.Tier)
                yield return Change(now, T("{0} tier", asset.Asset), $"{earlier.Tier} → {asset.Tier}", TierLook.Of(asset.Tier).Tone);
            if (asset.Quality != earlier.Quality)
                yield return Change(
                    now, T("{0} quality", asset.Asset), $"{earlier.Quality} → {asset.Quality}: {asset.QualityReason}", QualityLook.Of(asset.Quality).Tone);
            foreach (var change in OfSources(now, asset, earlier))
                yield return change;
        }

        if (now.Configuration != before.Configuration)
            yield return Change(now, T("Rule set"), T("New settings are in force: {0}", now.Configuration.Hex[..12]), Tone.Notice);
        if (now.Network.Counted != before.Network.Counted)
            yield return Change(
                now, T("Oracle network"), T("{0} of {1} observations counted", now.Network.Counted, now.Network.Nodes),
                now.Network.Counted < now.Network.Nodes ? Tone.Warning : Tone.Good);
    }

    private static IEnumerable<DeskEvent> OfSources(RoundReport now, AssetReport asset, AssetReport earlier)
    {
        foreach (var source in asset.Sources)
        {
            bool agreed = source.Verdict is SourceVerdict.Agreed;
            if (earlier.Sources.FirstOrDefault(other => other.Id == source.Id) is { } known && agreed != known.Verdict is SourceVerdict.Agreed)
                yield return Change(
                    now, T("Source {0}", source.Id), agreed ? T("agreed again") : source.Reason ?? OutcomeLook.Of(source).Word,
                    agreed ? Tone.Good : Tone.Warning);
        }
    }

    private static DeskEvent Change(RoundReport round, string kind, string words, Tone tone) =>
        new(round.CompletedAt, kind, words, tone, string.Create(CultureInfo.InvariantCulture, $"/rounds/{round.Round}"));
}
