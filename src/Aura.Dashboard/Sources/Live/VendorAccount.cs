using System.Collections.Immutable;
using Aura.Engine.Canon;

namespace Aura.Dashboard.Sources.Live;

/// <summary>One key of a vendor, with the allowance that the vendor counts for it.</summary>
/// <param name="Key">The key; empty for a vendor that asks for none.</param>
/// <param name="Nodes">The nodes that ask with it.</param>
/// <param name="Budget">What has been taken.</param>
internal sealed record VendorAccount(string Key, ImmutableArray<NodeId> Nodes, VendorBudget Budget)
{
    // A record would print it, and whatever prints ends in a log.
    public override string ToString() => $"the key of {string.Join(", ", Nodes)}";
}
