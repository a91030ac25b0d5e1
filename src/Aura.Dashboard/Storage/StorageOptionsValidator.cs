using Microsoft.Extensions.Options;

namespace Aura.Dashboard.Storage;

/// <summary>Checks what attributes cannot: the provider by name and the connection string by parsing it.</summary>
internal sealed class StorageOptionsValidator : IValidateOptions<StorageOptions>
{
    private const string ProviderKey = $"{StorageOptions.Section}:{nameof(StorageOptions.Provider)}";
    private const string ConnectionKey = $"{StorageOptions.Section}:{nameof(StorageOptions.ConnectionString)}";

    public ValidateOptionsResult Validate(string? name, StorageOptions options)
    {
        string[] errors = [.. ProviderErrors(options.Provider), .. ConnectionErrors(options)];
        return errors.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static bool IsSqlite(string provider) =>
        string.Equals(provider, StorageOptions.Sqlite, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> ProviderErrors(string provider) =>
        IsSqlite(provider) ? [] : [$"{ProviderKey} is '{provider}'; accepted is {StorageOptions.Sqlite}."];

    private static IEnumerable<string> ConnectionErrors(StorageOptions options) =>
        // The connection string of another provider would only add a second error about the first.
        !IsSqlite(options.Provider) || DatabaseFile.FindFault(options.ConnectionString) is not { } fault
            ? []
            : [$"{ConnectionKey} is '{Shown(options.ConnectionString)}': {fault}; "
                + $"accepted is the path of a file, as in '{StorageOptions.DefaultConnectionString}'."];

    // This message goes to consoles and log collectors.
    private static string Shown(string connectionString) =>
        connectionString.Contains("password", StringComparison.OrdinalIgnoreCase) ? "(hidden)" : connectionString;
}
