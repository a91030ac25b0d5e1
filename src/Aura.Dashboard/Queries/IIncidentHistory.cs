namespace Aura.Dashboard.Queries;

/// <summary>Reads incidents, those that are over included.</summary>
internal interface IIncidentHistory
{
    /// <summary>
    /// At most <paramref name="limit"/> incidents below a number, newest first; from the newest when it is null.
    /// </summary>
    Task<IReadOnlyList<IncidentPast>> BeforeAsync(long? before, int limit, CancellationToken cancellationToken);
}
