using Aura.Engine.Canon;
using Aura.Engine.Publishing;

namespace Aura.Dashboard.Queries;

/// <summary>Reads decided rounds.</summary>
internal interface IRoundHistory
{
    /// <summary>At most <paramref name="limit"/> reports below a round, newest first; from the newest when it is null.</summary>
    Task<IReadOnlyList<RoundReport>> BeforeAsync(RoundNumber? before, int limit, CancellationToken cancellationToken);

    /// <summary>One report, or null.</summary>
    Task<RoundReport?> FindAsync(RoundNumber round, CancellationToken cancellationToken);

    /// <summary>The first round that was, or would now be, decided under a rule set.</summary>
    Task<RoundNumber> FirstRoundUnderAsync(Digest ruleSet, CancellationToken cancellationToken);
}
