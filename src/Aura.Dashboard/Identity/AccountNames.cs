using System.Collections.Concurrent;
using Microsoft.AspNetCore.Identity;

namespace Aura.Dashboard.Identity;

/// <summary>Names for the account ids that reports and the ledger carry.</summary>
internal sealed partial class AccountNames(IServiceScopeFactory scopes, ILogger<AccountNames> logger)
{
    private readonly ConcurrentDictionary<string, string> _known = new(StringComparer.Ordinal);

    /// <summary>The name, or null when the account is gone or the database does not answer.</summary>
    public async Task<string?> FindAsync(string accountId)
    {
        if (_known.TryGetValue(accountId, out string? known))
            return known;

        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var users = scope.ServiceProvider.GetRequiredService<UserManager<AuraUser>>();
            return await users.FindByIdAsync(accountId) is { UserName: { } name } ? _known.GetOrAdd(accountId, name) : null;
        }
        catch (Exception exception)
        {
            // By design: a name is a courtesy, the id already says who. No page may fall over it.
            Log.NotRead(logger, accountId, exception);
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The name of account {AccountId} could not be read")]
        public static partial void NotRead(ILogger logger, string accountId, Exception exception);
    }
}
