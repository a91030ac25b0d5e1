namespace Aura.Dashboard.Queries;

/// <summary>Stored states of the engine, so that re-deciding need not begin with the first entry.</summary>
internal interface IStateArchive
{
    /// <summary>
    /// The latest stored state from which the entry of a sequence can be reached: the state after an entry below it.
    /// Null when none is stored there; the initial state is then the start.
    /// </summary>
    Task<StoredState?> NearestBeforeAsync(long sequence, CancellationToken cancellationToken);

    /// <summary>The state stored after exactly this entry; null when none is.</summary>
    Task<StoredState?> AfterAsync(long sequence, CancellationToken cancellationToken);
}
