using Aura.Dashboard.Configuration;
using Aura.Dashboard.Storage.Postgres;
using Microsoft.Extensions.Options;

namespace Aura.Dashboard.Storage;

/// <summary>
/// Checks the connection string by parsing it. That no settings file holds its password is looked after for all
/// settings at once.
/// </summary>
internal sealed class StorageOptionsValidator : IValidateOptions<StorageOptions>
{
    private static readonly string[] PasswordWords = ["password", "pwd", "psw"];

    public ValidateOptionsResult Validate(string? name, StorageOptions options)
    {
        // The connection string of a provider that could not be read would only add a second error about the first.
        string[] errors =
        [
            .. options.Unreadable.Count > 0 ? options.Unreadable
                : options.Provider is StorageProvider.Postgres ? PostgresErrors(options)
                : SqliteErrors(options),
        ];
        return errors.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static IEnumerable<string> SqliteErrors(StorageOptions options) =>
        DatabaseFile.FindFault(options.ConnectionString) is not { } fault
            ? []
            : [$"{StorageOptions.ConnectionStringKey} is '{Shown(options.ConnectionString)}': {fault}; "
                + $"accepted is the path of a file, as in '{StorageOptions.DefaultConnectionString}'."];

    private static IEnumerable<string> PostgresErrors(StorageOptions options) =>
        PostgresDatabase.FindFault(options.ConnectionString) is not { } fault
            ? []
            : [$"{StorageOptions.ConnectionStringKey} is '{Shown(options.ConnectionString)}': {fault}; accepted with "
                + $"{StorageOptions.ProviderKey} {StorageProvider.Postgres} is '{PostgresDatabase.Example}'."];

    // This message goes to consoles and log collectors.
    private static string Shown(string connectionString) => HasPassword(connectionString) ? "(hidden)" : connectionString;

    private static bool HasPassword(string connectionString) =>
        PasswordWords.Any(word => connectionString.Contains(word, StringComparison.OrdinalIgnoreCase));
}
