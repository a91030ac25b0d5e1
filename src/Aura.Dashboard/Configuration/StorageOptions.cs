namespace Aura.Dashboard.Configuration;

/// <summary>Where everything that must outlive the process is kept. Section <c>Storage</c>.</summary>
internal sealed class StorageOptions
{
    public const string Section = "Storage";
    public const string ProviderKey = $"{Section}:{nameof(Provider)}";
    public const string ConnectionStringKey = $"{Section}:{nameof(ConnectionString)}";
    public const string DefaultConnectionString = "Data Source=data/aura.db";

    /// <summary>The database engine: <c>Sqlite</c> for one process, <c>Postgres</c> for several.</summary>
    public StorageProvider Provider { get; set; } = StorageProvider.Sqlite;

    /// <summary>
    /// Sqlite: a connection string, or just the path of the file; a relative path lies below the content root, and the
    /// folder is created. Postgres: a connection string with host and database, as in
    /// <c>Host=db;Database=aura;Username=aura</c>; its password comes from the environment.
    /// </summary>
    public string ConnectionString { get; set; } = DefaultConnectionString;

    /// <summary>What could not be read, in sentences. Not a setting.</summary>
    internal List<string> Unreadable { get; } = [];

    /// <summary>
    /// The provider as far as it can be read before the options are: what is registered depends on it. A name that
    /// cannot be read stops the start when the options are validated.
    /// </summary>
    public static StorageProvider ProviderOf(IConfiguration configuration) =>
        Enum.TryParse<StorageProvider>(configuration[ProviderKey], ignoreCase: true, out var provider)
            ? provider
            : StorageProvider.Sqlite;
}
