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
    /// <summary>The notices that are due, in the order in which they are recorded.</summary>
    /// <param name="slot">The present slot.</param>
    /// <param name="missed">The schedule's slots between two.</param>
    /// <param name="now">The present, UTC.</param>
    public IEnumerable<Notice> Notices(Slot slot, SlotsBetween missed, DateTimeOffset now)
    {
        foreach (var claim in ExpiredClaims)
            yield return claim;
        if (LatestSlot is { } latest && missed(latest, slot) is { } gap)
            yield return gap;
        foreach (var refusal in Refusals.Where(refusal => now - refusal.First >= RefusalWindow.Length))
            yield return refusal;
    }
}
