namespace Aura.Dashboard.Queries;

/// <summary>Which database this is.</summary>
internal interface IDatabaseVersion
{
    /// <summary>Asks the database itself.</summary>
    Task<DatabaseVersion> ReadAsync(CancellationToken cancellationToken);
}
