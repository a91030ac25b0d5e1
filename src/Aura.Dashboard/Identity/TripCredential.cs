using Microsoft.AspNetCore.Identity;

namespace Aura.Dashboard.Identity;

/// <summary>Compares what the verb was given with what the dashboard keeps.</summary>
internal sealed class TripCredential(UserManager<AuraUser> users, TimeProvider time)
{
    private const int MostWrong = 5;

    // Short: twenty characters are not guessed at five a minute, and a typing error must not cost the kill switch.
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    public async Task<TripCredentialCheck> CheckAsync(string credential)
    {
        if (await users.FindByEmailAsync(TripAccount.Email) is not { } user
            || await users.GetAuthenticationTokenAsync(user, TripAccount.Provider, TripAccount.Name) is not { } hash)
            return new TripCredentialCheck.NotSetUp();
        if (user.LockoutEnd == DateTimeOffset.MaxValue)
            return new TripCredentialCheck.ShutByAdministrator();
        if (user.LockoutEnd is { } end && end > time.GetUtcNow())
            return new TripCredentialCheck.Paused(end);

        bool isRight = users.PasswordHasher.VerifyHashedPassword(user, hash, credential) is not PasswordVerificationResult.Failed;
        if (!isRight || user.AccessFailedCount > 0)
            await CountAsync(user, isRight);
        return isRight
            ? new TripCredentialCheck.Accepted(new Actor(
                user.Id, TripAccount.Email, [.. (await users.GetRolesAsync(user)).Order(StringComparer.Ordinal)]))
            : new TripCredentialCheck.Wrong();
    }

    // Counted here and not by Identity, whose pause is that of people's passwords. Losing a race with another attempt
    // loses one count, never the trip.
    private async Task CountAsync(AuraUser user, bool isRight)
    {
        user.AccessFailedCount = isRight ? 0 : user.AccessFailedCount + 1;
        if (user.AccessFailedCount >= MostWrong)
            (user.AccessFailedCount, user.LockoutEnd) = (0, time.GetUtcNow() + Pause);
        await users.UpdateAsync(user);
    }
}
