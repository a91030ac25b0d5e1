using Aura.Engine.Market;

namespace Aura.Dashboard.Sources.Live;

/// <summary>
/// The calls with one key, shared by all nodes that use it. It starts full after a restart: what the vendor itself remembers
/// it says in its next answer.
/// </summary>
internal sealed class VendorBudget(VendorLimits limits, TimeProvider time)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly List<DateTimeOffset> _lastMinute = [];
    private DateTimeOffset _latest = DateTimeOffset.MinValue;
    private DateTimeOffset _heldUntil = DateTimeOffset.MinValue;
    private RefusalCode _heldBecause = RefusalCode.Throttled;
    private DateOnly _day;
    private int _today;

    /// <summary>Takes one call, waiting until the vendor allows it.</summary>
    /// <param name="deadline">A call that is allowed only later is refused at once.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="VendorRefusedException">The day is spent, or the wait would outlast the deadline.</exception>
    /// <returns>When it was taken, for <see cref="GiveBack"/>.</returns>
    public async Task<DateTimeOffset> TakeAsync(DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        while (true)
        {
            var (taken, wait) = TryTake(deadline);
            if (taken is { } at)
                return at;
            await Task.Delay(wait, time, cancellationToken);
        }
    }

    /// <summary>Takes nothing after all: the call that was taken then never left.</summary>
    public void GiveBack(DateTimeOffset taken)
    {
        lock (_lock)
        {
            // Forgotten meanwhile, with its day, or with its minute only.
            _ = _lastMinute.Remove(taken);
            if (_today > 0 && DateOnly.FromDateTime(taken.UtcDateTime) == _day)
                _today--;
        }
    }

    /// <summary>The vendor wants silence until then; a later time holds.</summary>
    /// <param name="until">When the next call may be made.</param>
    /// <param name="because">What the calls until then are refused as.</param>
    public void HoldUntil(DateTimeOffset until, RefusalCode because)
    {
        lock (_lock)
            if (until > _heldUntil)
                (_heldUntil, _heldBecause) = (until, because);
    }

    public VendorSpending Read()
    {
        lock (_lock)
        {
            var now = Forget_NeedsLock();
            var next = Next_NeedsLock(now);
            return new VendorSpending(_lastMinute.Count, _today, next > now ? next : null);
        }
    }

    // Not taken: how long to wait before trying again; others may be faster then.
    private (DateTimeOffset? Taken, TimeSpan Wait) TryTake(DateTimeOffset deadline)
    {
        lock (_lock)
        {
            var now = Forget_NeedsLock();
            if (limits.PerDay > 0 && _today >= limits.PerDay)
                throw new VendorRefusedException(RefusalCode.QuotaSpent);
            var next = Next_NeedsLock(now);
            if (next <= now)
            {
                _lastMinute.Add(now);
                _latest = now;
                _today++;
                return (now, TimeSpan.Zero);
            }

            if (next < deadline)
                return (null, next - now);
            throw new VendorRefusedException(next == _heldUntil ? _heldBecause : RefusalCode.Throttled);
        }
    }

    private DateTimeOffset Next_NeedsLock(DateTimeOffset now)
    {
        var next = _heldUntil;
        if (_today > 0 && _latest + limits.Gap is var spaced && spaced > next)
            next = spaced;
        if (limits.PerMinute > 0 && _lastMinute.Count >= limits.PerMinute && _lastMinute[0] + Minute is var freed && freed > next)
            next = freed;
        if (limits.PerDay > 0 && _today >= limits.PerDay && Midnight(_day.AddDays(1)) is var tomorrow && tomorrow > next)
            next = tomorrow;
        return next > now ? next : now;
    }

    private DateTimeOffset Forget_NeedsLock()
    {
        var now = time.GetUtcNow();
        _lastMinute.RemoveAll(taken => taken + Minute <= now);
        if (DateOnly.FromDateTime(now.UtcDateTime) is var day && day != _day)
            (_day, _today) = (day, 0);
        return now;
    }

    private static DateTimeOffset Midnight(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
