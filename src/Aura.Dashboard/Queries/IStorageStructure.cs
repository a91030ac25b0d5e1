namespace Aura.Dashboard.Queries;

/// <summary>
/// Whether the database is whole as a structure, whatever its rows say. A row that a damaged page no longer shows is
/// missing without a trace: nothing that recomputes what is left can tell.
/// </summary>
internal interface IStorageStructure
{
    /// <summary>What is not whole, in one sentence; null when everything is.</summary>
    Task<string?> FindFaultAsync(CancellationToken cancellationToken);
}
