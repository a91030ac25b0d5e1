namespace Aura.Dashboard.Queries;

/// <summary>Which database this is.</summary>
internal interface IDatabaseVersion
{
    /// <summary>Asks the database itself.</summary>
    Task<DatabaseVersion> ReadAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Why this version cannot work with the database as it is, in one sentence; null when it can. Makes no file and
    /// changes nothing.
    /// </summary>
    Task<string?> FindGapAsync(CancellationToken cancellationToken);
}
