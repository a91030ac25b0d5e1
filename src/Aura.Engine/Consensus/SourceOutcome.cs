using System.Collections.Immutable;
using Aura.Engine.Canon;
using Aura.Engine.Market;

namespace Aura.Engine.Consensus;

/// <summary>The outcome of one source in one round, with everything needed to explain it.</summary>
/// <param name="Source">The source.</param>
/// <param name="Vendor">Its vendor.</param>
/// <param name="Verdict">Agreed, no agreement, or refused.</param>
/// <param name="Refusal">The class of refusal; <see cref="RefusalCode.None"/> unless refused.</param>
/// <param name="Reason">One sentence; null when agreed.</param>
/// <param name="Votes">Nodes behind the winning value, or behind the one that came closest.</param>
/// <param name="VotesNeeded">The quorum.</param>
/// <param name="Values">Nodes that stated a value which could be counted, won or not.</param>
/// <param name="Bodies">
/// The raw bodies behind the winning value or the common failure: the evidence in every kind of agreement. The first one
/// states the value itself.
/// </param>
/// <param name="Quote">The agreed quote as the source states it, before conversion; null without one.</param>
/// <param name="OuncesPerShare">The conversion factor that was applied; null without conversion.</param>
/// <param name="Price">The converted price in the asset's unit, 8 places, exactly as aggregated; null unless agreed.</param>
public sealed record SourceOutcome(
    SourceId Source, string Vendor, SourceVerdict Verdict, RefusalCode Refusal, string? Reason,
    int Votes, int VotesNeeded, int Values, ImmutableArray<Digest> Bodies, Quote? Quote, decimal? OuncesPerShare, decimal? Price)
{
    /// <summary>The body that states the agreed value or the common failure; null without one.</summary>
    public Digest? BodyHash => Bodies.IsEmpty ? null : Bodies[0];

    /// <summary>Whether the price takes part in the asset's price.</summary>
    public bool IsAgreed => Verdict is SourceVerdict.Agreed;
}
