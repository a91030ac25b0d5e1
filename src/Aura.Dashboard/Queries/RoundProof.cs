using System.Collections.Immutable;

namespace Aura.Dashboard.Queries;

/// <summary>What was checked about a round, in the order in which it was checked.</summary>
internal sealed record RoundProof(ImmutableArray<ProofCheck> Checks)
{
    /// <summary>Whether everything holds.</summary>
    public bool Holds => Checks.All(check => check.Holds);
}
