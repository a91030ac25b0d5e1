namespace Aura.Dashboard.Configuration;

/// <summary>Which database keeps what must outlive the process.</summary>
internal enum StorageProvider
{
    /// <summary>One file, for one process.</summary>
    Sqlite,

    /// <summary>One server, for several equal processes.</summary>
    Postgres,
}
