using Aura.Engine.Canon;
using Aura.Engine.Market;

namespace Aura.Engine.Consensus;

/// <summary>The outcome of one source in one round, with everything needed to explain it.</summary>
/// <param name="Source">The source.</param>
/// <param name="Vendor">Its vendor.</param>
/// <param name="Verdict">Agreed, no agreement, or refused.</param>
/// <param name="Refusal">The class of refusal; <see cref="RefusalCode.None"/> unless refused.</param>
/// <param name="Reason">One sentence; null when agreed.</param>
/// <param name="Votes">Nodes behind the winning body, or behind the largest group.</param>
/// <param name="VotesNeeded">The quorum.</param>
/// <param name="BodyHash">The winning body; null without one.</param>
/// <param name="Quote">The quote as stated by the source; null when the body holds none.</param>
/// <param name="OuncesPerShare">The conversion factor that was applied; null without conversion.</param>
/// <param name="Price">The converted price in the asset's unit, 8 places, exactly as aggregated; null unless agreed.</param>
public sealed record SourceOutcome(
    SourceId Source, string Vendor, SourceVerdict Verdict, RefusalCode Refusal, string? Reason,
    int Votes, int VotesNeeded, Digest? BodyHash, Quote? Quote, decimal? OuncesPerShare, decimal? Price)
{
    /// <summary>Whether the price takes part in the asset's price.</summary>
    public bool IsAgreed => Verdict is SourceVerdict.Agreed;
}
