using Aura.Dashboard.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Aura.Dashboard.Tests.Storage.Postgres;

public sealed class AccountsOnPostgresTests
{
    /// <summary>PostgreSQL keeps the end of time as infinity; a lock must come back as what it was.</summary>
    [Fact]
    public async Task An_account_is_locked_and_unlocked()
    {
        var cancelled = TestContext.Current.CancellationToken;
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Postgres);
        using var host = database.Host().Started();
        await using var scope = host.Services.CreateAsyncScope();
        var administrator = await scope.ServiceProvider.GetRequiredService<SignInManager<AuraUser>>()
            .CreateUserPrincipalAsync(await host.FindAsync("admin@aura.demo"));
        string id = (await host.FindAsync("operator@aura.demo")).Id;
        var roster = host.Get<AccountRoster>();

        Assert.Empty(await roster.LockAsync(administrator, id, cancelled));
        Assert.Equal(AccountLock.Administrator, await LockAsync());
        Assert.Empty(await roster.UnlockAsync(administrator, id, cancelled));
        Assert.Equal(AccountLock.None, await LockAsync());

        async Task<AccountLock> LockAsync() => (await roster.ListAsync(administrator, cancelled))!
            .Single(account => string.Equals(account.Id, id, StringComparison.Ordinal)).Locked;
    }
}
