using Aura.Dashboard.Configuration;
using Aura.Dashboard.Storage.Postgres;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.Options;

namespace Aura.Dashboard.Storage;

/// <summary>Checks the connection string by parsing it, and where its password comes from.</summary>
internal sealed class StorageOptionsValidator(IConfiguration configuration) : IValidateOptions<StorageOptions>
{
    private static readonly string[] PasswordWords = ["password", "pwd", "psw"];

    public ValidateOptionsResult Validate(string? name, StorageOptions options)
    {
        string[] errors = [.. options.Provider is StorageProvider.Postgres ? PostgresErrors(options) : SqliteErrors(options)];
        return errors.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static IEnumerable<string> SqliteErrors(StorageOptions options) =>
        DatabaseFile.FindFault(options.ConnectionString) is not { } fault
            ? []
            : [$"{StorageOptions.ConnectionStringKey} is '{Shown(options.ConnectionString)}': {fault}; "
                + $"accepted is the path of a file, as in '{StorageOptions.DefaultConnectionString}'."];

    private IEnumerable<string> PostgresErrors(StorageOptions options)
    {
        if (PostgresDatabase.FindFault(options.ConnectionString) is { } fault)
            yield return $"{StorageOptions.ConnectionStringKey} is '{Shown(options.ConnectionString)}': {fault}; accepted "
                + $"with {StorageOptions.ProviderKey} {StorageProvider.Postgres} is '{PostgresDatabase.Example}'.";
        if (HasPassword(options.ConnectionString) && StandsInSettingsFile())
            yield return $"{StorageOptions.ConnectionStringKey} holds a password in a settings file; accepted is a password "
                + "from the environment, in Storage__ConnectionString or PGPASSWORD.";
    }

    // Whoever wins says the value; a file that is overruled by the environment harms nobody here.
    private bool StandsInSettingsFile() =>
        configuration is IConfigurationRoot root
        && root.Providers.LastOrDefault(provider => provider.TryGet(StorageOptions.ConnectionStringKey, out _))
            is JsonConfigurationProvider { Source.Path: { } path }
        && Path.GetFileName(path).StartsWith("appsettings", StringComparison.OrdinalIgnoreCase);

    // This message goes to consoles and log collectors.
    private static string Shown(string connectionString) => HasPassword(connectionString) ? "(hidden)" : connectionString;

    private static bool HasPassword(string connectionString) =>
        PasswordWords.Any(word => connectionString.Contains(word, StringComparison.OrdinalIgnoreCase));
}
