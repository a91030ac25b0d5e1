using System.Collections.Immutable;
using Aura.Engine.Audit;
using Aura.Engine.Nodes;
using Aura.Engine.Publishing;
using Aura.Engine.Publishing.Alerts;

namespace Aura.Engine.Rounds;

/// <summary>Everything one decision writes: one call, one transaction.</summary>
/// <param name="Entry">The ledger entry.</param>
/// <param name="State">The state after the decision.</param>
/// <param name="Rules">The rule set in force; stored once under its digest.</param>
/// <param name="Evidence">The canonical bytes of the evidence.</param>
/// <param name="Outcome">The canonical bytes of the report or the answer; empty for a notice.</param>
public abstract record Commit(
    SealedEntry Entry, EngineState State, RuleSet Rules, ReadOnlyMemory<byte> Evidence, ReadOnlyMemory<byte> Outcome)
{
    /// <summary>What the decision changed about incidents.</summary>
    public ImmutableArray<IncidentChange> AlertChanges
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    /// <summary>A decided round; completes its slot.</summary>
    public sealed record OfRound(
        SealedEntry Entry, EngineState State, RuleSet Rules, ReadOnlyMemory<byte> Evidence, ReadOnlyMemory<byte> Outcome,
        RoundReport Report, ImmutableArray<ResponseBody> Bodies)
        : Commit(Entry, State, Rules, Evidence, Outcome);

    /// <summary>A decided command; records its answer under its id.</summary>
    public sealed record OfCommand(
        SealedEntry Entry, EngineState State, RuleSet Rules, ReadOnlyMemory<byte> Evidence, ReadOnlyMemory<byte> Outcome,
        PriorAnswer Answer)
        : Commit(Entry, State, Rules, Evidence, Outcome);

    /// <summary>A notice; ends the slots or counts the refusals that it names.</summary>
    public sealed record OfNotice(
        SealedEntry Entry, EngineState State, RuleSet Rules, ReadOnlyMemory<byte> Evidence, Notice Notice)
        : Commit(Entry, State, Rules, Evidence, ReadOnlyMemory<byte>.Empty);
}
