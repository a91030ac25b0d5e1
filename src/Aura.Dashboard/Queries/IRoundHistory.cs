using Aura.Engine.Canon;
using Aura.Engine.Publishing;

namespace Aura.Dashboard.Queries;

/// <summary>Reads decided rounds.</summary>
internal interface IRoundHistory
{
    /// <summary>At most <paramref name="limit"/> reports below a round, newest first; from the newest when it is null.</summary>
    Task<IReadOnlyList<RoundReport>> BeforeAsync(RoundNumber? before, int limit, CancellationToken cancellationToken);

    /// <summary>At most <paramref name="limit"/> reports above a round, in order.</summary>
    Task<IReadOnlyList<RoundReport>> AfterAsync(RoundNumber after, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// At most <paramref name="limit"/> reports whose slot lies between two instants, the first inclusive and the
    /// second exclusive, newest first; null is an open end.
    /// </summary>
    Task<IReadOnlyList<RoundReport>> BetweenAsync(
        DateTimeOffset? from, DateTimeOffset? to, int limit, CancellationToken cancellationToken);

    /// <summary>The latest round; 0 before the first.</summary>
    Task<RoundNumber> LastAsync(CancellationToken cancellationToken);

    /// <summary>One report, or null.</summary>
    Task<RoundReport?> FindAsync(RoundNumber round, CancellationToken cancellationToken);

    /// <summary>The first round that was, or would now be, decided under a rule set.</summary>
    Task<RoundNumber> FirstRoundUnderAsync(Digest ruleSet, CancellationToken cancellationToken);
}
