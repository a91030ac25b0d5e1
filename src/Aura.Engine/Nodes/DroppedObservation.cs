using Aura.Engine.Canon;

namespace Aura.Engine.Nodes;

/// <summary>An observation that was not counted; the warning names the observer.</summary>
/// <param name="Node">Who claims to have observed.</param>
/// <param name="Defect">Why it does not count.</param>
public sealed record DroppedObservation(NodeId Node, ObservationDefect Defect);
