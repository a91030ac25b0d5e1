using System.Collections.Immutable;
using Aura.Engine.Canon;
using Aura.Engine.Consensus;
using Aura.Engine.Market;
using Aura.Engine.Publishing;

namespace Aura.Dashboard.Publishing.Live;

/// <summary>The last price on which the nodes agreed for a source. It is shown with its age and never used again.</summary>
/// <param name="Price">In the asset's unit, as it was aggregated.</param>
/// <param name="Round">The round that agreed on it.</param>
/// <param name="At">When that round was completed, UTC.</param>
public sealed record LastAgreed(decimal Price, RoundNumber Round, DateTimeOffset At)
{
    public static ImmutableDictionary<SourceId, LastAgreed> After(
        ImmutableDictionary<SourceId, LastAgreed> known, RoundReport round) => known.SetItems(
            round.Assets.SelectMany(asset => asset.Sources)
                .Where(source => source is { Verdict: SourceVerdict.Agreed, Price: not null })
                .Select(source => KeyValuePair.Create(
                    source.Id, new LastAgreed(source.Price.GetValueOrDefault(), round.Round, round.CompletedAt))));
}
