namespace Aura.Dashboard.Storage;

/// <summary>Brings the database to the shape that this version needs. Forward only.</summary>
internal abstract class DatabaseMigration
{
    /// <summary>
    /// Lets one host of the database prepare it while the others wait; disposal ends the turn, and so does the death
    /// of the process.
    /// </summary>
    public abstract Task<IAsyncDisposable> TakeTurnAsync(CancellationToken cancellationToken);

    /// <summary>Applies what is missing; a database that is up to date is left alone.</summary>
    public abstract Task RunAsync();
}
