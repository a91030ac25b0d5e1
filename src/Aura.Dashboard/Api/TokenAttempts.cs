using System.Threading.RateLimiting;

namespace Aura.Dashboard.Api;

/// <summary>
/// Bounds how often a token may be asked for: 10 failures a minute for one account from one address, 300 requests a
/// minute from one address. Only failures count for the account, so that a busy client with the right password never
/// waits; the wide bound keeps password hashing from becoming a way to occupy the processor.
/// </summary>
internal sealed class TokenAttempts : IDisposable
{
    public const int FailuresPerMinute = 10;
    public const int RequestsPerMinute = 300;

    private readonly PartitionedRateLimiter<(string Address, string Email)> _failures =
        Limit<(string Address, string Email)>(FailuresPerMinute);

    private readonly PartitionedRateLimiter<string> _requests = Limit<string>(RequestsPerMinute);

    /// <summary>Null when an attempt may be made, otherwise how long to wait.</summary>
    public TimeSpan? Refuse(string address, string email)
    {
        using var request = _requests.AttemptAcquire(address);
        // Asking for zero permits asks whether one is left.
        using var failure = _failures.AttemptAcquire((address, email), permitCount: 0);
        return Wait(request) ?? Wait(failure);
    }

    public void CountFailure(string address, string email) => _failures.AttemptAcquire((address, email)).Dispose();

    public void Dispose()
    {
        _failures.Dispose();
        _requests.Dispose();
    }

    private static PartitionedRateLimiter<T> Limit<T>(int perMinute)
        where T : notnull =>
        PartitionedRateLimiter.Create<T, T>(key => RateLimitPartition.GetFixedWindowLimiter(
            key, _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1) }));

    private static TimeSpan? Wait(RateLimitLease lease) =>
        lease.IsAcquired ? null
        : lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait
        : TimeSpan.FromMinutes(1);
}
