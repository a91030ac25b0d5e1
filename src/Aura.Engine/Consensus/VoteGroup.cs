using System.Collections.Immutable;
using Aura.Engine.Canon;
using Aura.Engine.Market;

namespace Aura.Engine.Consensus;

/// <summary>Nodes that saw the same thing of a source.</summary>
/// <param name="BodyHash">The body they agree on; null for a failure.</param>
/// <param name="Failure">The failure they agree on; <see cref="RefusalCode.None"/> for a body.</param>
/// <param name="Nodes">Who, sorted.</param>
public sealed record VoteGroup(Digest? BodyHash, RefusalCode Failure, ImmutableArray<NodeId> Nodes);
