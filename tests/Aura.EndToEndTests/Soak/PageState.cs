namespace Aura.EndToEndTests.Soak;

/// <summary>What a page holds after a collection.</summary>
internal sealed record PageState(long Nodes, long Listeners, long HeapBytes);
