namespace Aura.Dashboard;

/// <summary>
/// The time of the start plus what has passed since on a clock that nobody can set. A step of the system clock, by a
/// person or by time synchronisation, thus neither shortens a cool-down nor skips or doubles a slot; the next start
/// takes the system's time as it then is.
/// </summary>
internal sealed class SteadyClock : TimeProvider
{
    private readonly TimeProvider _system;
    private readonly DateTimeOffset _startedAt;
    private readonly long _startedTimestamp;

    public SteadyClock(TimeProvider system)
    {
        _system = system;
        _startedAt = system.GetUtcNow();
        _startedTimestamp = system.GetTimestamp();
    }

    public override TimeZoneInfo LocalTimeZone => _system.LocalTimeZone;

    public override long TimestampFrequency => _system.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => _startedAt + _system.GetElapsedTime(_startedTimestamp);

    public override long GetTimestamp() => _system.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        _system.CreateTimer(callback, state, dueTime, period);
}
