using System.Collections.Immutable;
using Aura.Engine.Canon;

namespace Aura.Engine.Rounds;

/// <summary>What storage holds that has no ledger entry yet.</summary>
/// <param name="LatestSlot">The latest slot before the present one that was claimed or recorded as missed; null at the beginning.</param>
/// <param name="ExpiredClaims">Claims whose lease is over without a commit, in order of their slots.</param>
/// <param name="Refusals">Refused commands without an entry of their own, one sum per actor.</param>
public sealed record Arrears(
    Slot? LatestSlot, ImmutableArray<Notice.SlotAbandoned> ExpiredClaims, ImmutableArray<Notice.RefusalsSummarised> Refusals)
{
    /// <summary>The next notice that is due, or null when nothing is.</summary>
    /// <param name="slot">The present slot.</param>
    /// <param name="missed">The schedule's slots between two.</param>
    /// <param name="now">The present, UTC.</param>
    public Notice? NextNotice(Slot slot, SlotsBetween missed, DateTimeOffset now) =>
        ExpiredClaims.FirstOrDefault()
        ?? (LatestSlot is { } latest ? missed(latest, slot) : null)
        ?? (Notice?)Refusals.FirstOrDefault(refusal => now - refusal.First >= RefusalWindow.Length);
}
