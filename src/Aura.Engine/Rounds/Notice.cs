using System.Diagnostics;
using System.Text.Json.Serialization;
using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Publishing.Alerts;

namespace Aura.Engine.Rounds;

/// <summary>What the ledger records although nobody decided it, so that every slot and every refusal has its ending.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(SlotsMissed), "slots-missed")]
[JsonDerivedType(typeof(SlotAbandoned), "slot-abandoned")]
[JsonDerivedType(typeof(SlotFailed), "slot-failed")]
[JsonDerivedType(typeof(RefusalsSummarised), "refusals-summarised")]
[JsonDerivedType(typeof(RuleSetChanged), "rule-set-changed")]
[JsonDerivedType(typeof(LedgerContradicted), "ledger-contradicted")]
[JsonDerivedType(typeof(LedgerDamaged), "ledger-damaged")]
[JsonDerivedType(typeof(LedgerContinued), "ledger-continued")]
[JsonDerivedType(typeof(CheckpointKeyReplaced), "checkpoint-key-replaced")]
[JsonDerivedType(typeof(VendorSuspended), "vendor-suspended")]
[JsonDerivedType(typeof(VendorResumed), "vendor-resumed")]
public abstract record Notice
{
    private Notice()
    {
    }

    /// <summary>The notice in one sentence.</summary>
    [JsonIgnore]
    public string Sentence => this switch
    {
        SlotsMissed { Count: 1 } missed => $"The slot {missed.First} was missed: nothing ran at that time.",
        SlotsMissed missed =>
            $"{missed.Count} slots from {missed.First} to {missed.Last} were missed: nothing ran at that time.",
        SlotAbandoned abandoned =>
            $"The slot {abandoned.Slot}, claimed for round {abandoned.Round}, was abandoned: {Words(abandoned.Because)}.",
        SlotFailed failed => $"The slot {failed.Slot}, claimed for round {failed.Round}, failed with {failed.Fault}.",
        RefusalsSummarised refused =>
            $"{refused.Count} more commands of {refused.ActorId} were refused from {InstantText.Of(refused.First)} "
            + $"to {InstantText.Of(refused.Last)}.",
        RuleSetChanged { Old: null } changed => $"The ledger begins under the rule set {changed.New}.",
        LedgerContradicted contradicted =>
            $"The ledger contradicts its last checkpoint of {contradicted.Size} entries: {contradicted.Detail}",
        LedgerDamaged damaged => $"The ledger does not hold at entry {damaged.Sequence}: {damaged.Detail}",
        LedgerContinued continued =>
            $"The ledger goes on as {continued.Origin}; what followed in {continued.Before} after this entry is lost.",
        CheckpointKeyReplaced { Old: var old } key when old == default =>
            $"Checkpoints of {key.Origin} are signed with the key {key.New}; the folder with the key before was lost, or belongs to another host.",
        CheckpointKeyReplaced key => $"Checkpoints of {key.Origin} are signed with the key {key.New} in place of {key.Old}.",
        VendorSuspended suspended =>
            $"{suspended.Vendor} failed more than half of its latest calls: it is asked only to see whether it is back.",
        VendorResumed resumed => $"{resumed.Vendor} answers again and is asked like before.",
        RuleSetChanged changed => $"The rule set {changed.New} takes the place of {changed.Old} from the next round on.",
        _ => throw new UnreachableException(),
    };

    /// <summary>The state after the notice.</summary>
    /// <param name="state">The state before.</param>
    /// <param name="rules">The rule set in force.</param>
    /// <param name="at">When it is recorded, UTC.</param>
    public EngineState Apply(EngineState state, RuleSet rules, DateTimeOffset at) => Decide(state, rules, at).State;

    internal AlertedState Decide(EngineState state, RuleSet rules, DateTimeOffset at)
    {
        var next = this switch
        {
            RuleSetChanged changed => state with
            {
                Configuration = changed.New,
                Thresholds = state.Thresholds?.After(changed.New),
            },
            // A ledger that was put back is for people to judge; one that is damaged halts what it can no longer prove.
            LedgerContradicted => Signal(state, rules, at, new BreakerSignal.Isolate(BreakerCause.LedgerVerification, Sentence)),
            LedgerDamaged => Signal(state, rules, at, new BreakerSignal.Alarm(BreakerCause.LedgerVerification, null, Sentence)),
            _ => state,
        };
        return AlertedState.After(next, [.. Conditions(next)], null, at, rules.Alerts);
    }

    // One missed slot is a hiccup of the scheduler.
    private IEnumerable<AlertCondition> Conditions(EngineState next) => this switch
    {
        LedgerContradicted or LedgerDamaged => [AlertConditions.Of(next.BreakerOf(Scope.System))],
        SlotsMissed { Count: > 1 } or SlotFailed =>
            [new AlertCondition(Scope.System, AlertKind.RoundsMissing, IsActive: true, IsOver: false, Sentence)],
        VendorSuspended { Vendor: var vendor } => [OfVendor(vendor, isSuspended: true)],
        VendorResumed { Vendor: var vendor } => [OfVendor(vendor, isSuspended: false)],
        _ => [],
    };

    private AlertCondition OfVendor(string vendor, bool isSuspended) =>
        new(Scope.System, AlertKind.VendorSuspended, isSuspended, !isSuspended, Sentence) { Subject = vendor };

    private static EngineState Signal(EngineState state, RuleSet rules, DateTimeOffset at, BreakerSignal signal) =>
        BreakerMachine.Apply(state.BreakerOf(Scope.System), signal, rules.Breaker, at) switch
        {
            BreakerStep.Moved moved => state.With([moved.Next]),
            BreakerStep.Stayed stayed => state.With([stayed.Next]),
            _ => throw new UnreachableException(),
        };

    private static string Words(SlotAbandonment because) => because switch
    {
        SlotAbandonment.Superseded => "another round or another rule set was committed since the claim",
        SlotAbandonment.Stopped => "the host stopped while gathering",
        SlotAbandonment.LeaseOver => "its claim ran out without a commit",
        _ => throw new UnreachableException(),
    };

    /// <summary>Slots that nobody claimed: the host was down, busy or asleep. They are not caught up.</summary>
    /// <param name="First">The first of them.</param>
    /// <param name="Last">The last of them.</param>
    /// <param name="Count">How many the schedule has from the first to the last.</param>
    public sealed record SlotsMissed(Slot First, Slot Last, long Count) : Notice;

    /// <summary>A claimed slot that became no round.</summary>
    /// <param name="Slot">The slot.</param>
    /// <param name="Round">The round that it was claimed for.</param>
    /// <param name="Because">Why.</param>
    public sealed record SlotAbandoned(Slot Slot, RoundNumber Round, SlotAbandonment Because) : Notice;

    /// <summary>A claimed slot whose round broke on a fault of the program or of a port.</summary>
    /// <param name="Slot">The slot.</param>
    /// <param name="Round">The round that it was claimed for.</param>
    /// <param name="Fault">The type of the exception.</param>
    public sealed record SlotFailed(Slot Slot, RoundNumber Round, string Fault) : Notice;

    /// <summary>Refused commands beyond the number that one actor gets entries of their own for.</summary>
    /// <param name="ActorId">The opaque id of the account.</param>
    /// <param name="First">When the first of them was refused, UTC.</param>
    /// <param name="Last">When the last of them was refused, UTC.</param>
    /// <param name="Count">How many.</param>
    public sealed record RefusalsSummarised(
        string ActorId, DateTimeOffset First, DateTimeOffset Last, long Count) : Notice;

    /// <summary>
    /// The ledger is shorter than, or other than, what it committed itself to: an old copy was put back. SYSTEM is isolated.
    /// </summary>
    /// <param name="Origin">The ledger.</param>
    /// <param name="Size">The size of the checkpoint that it contradicts.</param>
    /// <param name="Root">Its root.</param>
    /// <param name="Detail">How, in one sentence.</param>
    public sealed record LedgerContradicted(string Origin, long Size, Digest Root, string Detail) : Notice;

    /// <summary>The background verifier found an entry that does not hold. SYSTEM opens.</summary>
    /// <param name="Sequence">The first entry that does not hold.</param>
    /// <param name="Detail">Why, in one sentence.</param>
    public sealed record LedgerDamaged(long Sequence, string Detail) : Notice;

    /// <summary>After people reset SYSTEM, a ledger that was put back goes on under a name of its own.</summary>
    /// <param name="Origin">The new name.</param>
    /// <param name="Before">The name whose later entries are lost.</param>
    public sealed record LedgerContinued(string Origin, string Before) : Notice;

    /// <summary>Checkpoints are signed with another key from now on.</summary>
    /// <param name="Origin">The ledger.</param>
    /// <param name="Old">The fingerprint of the key before; all zeros when nobody knows it any more.</param>
    /// <param name="New">The fingerprint of the key now.</param>
    public sealed record CheckpointKeyReplaced(string Origin, Digest Old, Digest New) : Notice;

    /// <summary>A vendor's own circuit breaker opened: its sources have no price until it closes.</summary>
    /// <param name="Vendor">The vendor.</param>
    public sealed record VendorSuspended(string Vendor) : Notice;

    /// <summary>A vendor's own circuit breaker closed.</summary>
    /// <param name="Vendor">The vendor.</param>
    public sealed record VendorResumed(string Vendor) : Notice;

    /// <summary>Another rule set is in force from the next round on.</summary>
    /// <param name="Old">The digest of the one before; null at the beginning of the ledger.</param>
    /// <param name="New">The digest of the one now in force.</param>
    public sealed record RuleSetChanged(Digest? Old, Digest New) : Notice;
}
