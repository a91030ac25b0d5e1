using Aura.Engine.Canon;

namespace Aura.Engine.Nodes;

/// <summary>An observation with its observer's signature.</summary>
/// <param name="Observation">What was seen.</param>
/// <param name="Signature">Ed25519 over <see cref="Nodes.Observation.ToBytes"/>.</param>
public sealed record AttributedObservation(Observation Observation, Signature Signature);
