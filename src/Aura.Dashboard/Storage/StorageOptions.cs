namespace Aura.Dashboard.Storage;

/// <summary>Where everything that must outlive the process is kept. Section <c>Storage</c>.</summary>
internal sealed class StorageOptions
{
    public const string Section = "Storage";
    public const string Sqlite = "Sqlite";
    public const string DefaultConnectionString = "Data Source=data/aura.db";

    /// <summary>The database engine. Accepted: <c>Sqlite</c>.</summary>
    public string Provider { get; set; } = Sqlite;

    /// <summary>
    /// A connection string, or just the path of the file. A relative path lies below the content root; the folder is
    /// created.
    /// </summary>
    public string ConnectionString { get; set; } = DefaultConnectionString;
}
