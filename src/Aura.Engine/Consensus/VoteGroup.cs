using System.Collections.Immutable;
using Aura.Engine.Canon;
using Aura.Engine.Market;

namespace Aura.Engine.Consensus;

/// <summary>Nodes that voted for the same thing about a source.</summary>
/// <param name="Value">
/// What they voted for: SHA-256 of the raw body, or of the canonical quote; null for a failure. The group at the
/// median stands for the quote that is agreed when it wins.
/// </param>
/// <param name="Quote">That quote; null for a failure, and for a raw body, which is read only when it wins.</param>
/// <param name="Failure">The failure they agree on; <see cref="RefusalCode.None"/> for a value.</param>
/// <param name="Nodes">Who, sorted.</param>
/// <param name="Bodies">
/// The raw bodies that these nodes received, each once: the evidence in every kind of agreement. The first one states
/// the value itself; the others follow by hash.
/// </param>
public sealed record VoteGroup(
    Digest? Value, Quote? Quote, RefusalCode Failure, ImmutableArray<NodeId> Nodes, ImmutableArray<Digest> Bodies)
{
    /// <summary>Whether the nodes voted for a value and not for a failure.</summary>
    public bool IsValue => Value is not null;

    /// <summary>The body that states the value, or null when no body came.</summary>
    public Digest? Body => Bodies.IsEmpty ? null : Bodies[0];
}
