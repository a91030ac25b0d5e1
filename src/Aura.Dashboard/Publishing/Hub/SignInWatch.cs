using System.Security.Claims;
using Aura.Dashboard.Identity;

namespace Aura.Dashboard.Publishing.Hub;

/// <summary>
/// A connection outlives the request that opened it by hours, its token lives 15 minutes, and an account may be closed
/// at any moment.
/// </summary>
internal sealed class SignInWatch(SignInRecheck recheck, TimeProvider time)
{
    /// <summary>Short enough that a change ends the connection within 30 seconds, the check itself included.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(20);

    /// <summary>
    /// Whether the sign-in holds and its roles are those of the account. A token cannot receive other roles as a
    /// circuit can, so changed roles end it like a revoked sign-in.
    /// </summary>
    public async Task<bool> HoldsAsync(ClaimsPrincipal person, CancellationToken cancellationToken) =>
        ReferenceEquals(await recheck.RecheckAsync(person, cancellationToken), person);

    /// <summary>
    /// Completes when the sign-in has ended. The framework's own check of the expiry reads the machine's clock, which
    /// is not the host's where a test or a replay has set another.
    /// </summary>
    public async Task UntilEndedAsync(
        ClaimsPrincipal person, DateTimeOffset? expires, CancellationToken cancellationToken)
    {
        do
        {
            var left = (expires ?? DateTimeOffset.MaxValue) - time.GetUtcNow();
            if (left <= TimeSpan.Zero)
                return;
            await Task.Delay(left < Interval ? left : Interval, time, cancellationToken);
        }
        while (await HoldsAsync(person, cancellationToken));
    }
}
