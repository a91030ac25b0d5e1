using Aura.Engine.Canon;

namespace Aura.Dashboard.Queries;

/// <summary>Checks what is stored about one round, as an auditor would.</summary>
internal interface IRoundProof
{
    /// <summary>Does every check; null when the round was not decided.</summary>
    Task<RoundProof?> ProveAsync(RoundNumber round, CancellationToken cancellationToken);
}
