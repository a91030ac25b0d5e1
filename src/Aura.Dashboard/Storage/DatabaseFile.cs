using Aura.Dashboard.Configuration;
using Microsoft.Data.Sqlite;

namespace Aura.Dashboard.Storage;

/// <summary>The SQLite file of this installation, with every path absolute.</summary>
/// <param name="Path">The file.</param>
/// <param name="ConnectionString">Opens it.</param>
internal sealed record DatabaseFile(string Path, string ConnectionString)
{
    /// <summary>The folder of the file, where keys and backups lie too.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    public static DatabaseFile Locate(StorageOptions options, string contentRoot)
    {
        var parts = Parse(options.ConnectionString);
        parts.DataSource = System.IO.Path.GetFullPath(parts.DataSource, contentRoot);
        return new DatabaseFile(parts.DataSource, parts.ConnectionString);
    }

    /// <summary>Why this connection string does not lead to a file, or null.</summary>
    public static string? FindFault(string connectionString)
    {
        try
        {
            var parts = Parse(connectionString);
            // A database in memory ends with its last connection, and the ledger with it.
            return parts.Mode == SqliteOpenMode.Memory || parts.DataSource.StartsWith(':')
                ? "a database in memory keeps nothing"
                : parts.Mode == SqliteOpenMode.ReadOnly ? "a read-only database records nothing"
                : parts.DataSource.Length == 0 ? "no file is named"
                : parts.DataSource.StartsWith("file:", StringComparison.OrdinalIgnoreCase) ? "an address is not a path"
                : null;
        }
        catch (Exception error) when (error is ArgumentException or FormatException)
        {
            return error.Message.TrimEnd('.');
        }
    }

    private static SqliteConnectionStringBuilder Parse(string connectionString) =>
        connectionString.Contains('=', StringComparison.Ordinal)
            ? new SqliteConnectionStringBuilder(connectionString)
            : new SqliteConnectionStringBuilder { DataSource = connectionString.Trim() };
}
