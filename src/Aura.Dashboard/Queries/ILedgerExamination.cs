namespace Aura.Dashboard.Queries;

/// <summary>Recomputes what is stored about the ledger, or reads it, and names the first thing that does not hold.</summary>
internal interface ILedgerExamination
{
    /// <summary>Examines entries up to the end of the ledger.</summary>
    /// <param name="first">Where to begin; from 1 on, the file, the tree and every checkpoint are examined too.</param>
    /// <param name="followed">Told of each entry that holds; null when nobody counts.</param>
    /// <param name="cancellationToken">Ends it between two entries.</param>
    /// <returns>How far it came, and why what is there does not hold; no fault when everything does.</returns>
    Task<(long Reached, string? Fault)> ExamineAsync(
        long first, Action<ReplayedEntry>? followed, CancellationToken cancellationToken);
}
