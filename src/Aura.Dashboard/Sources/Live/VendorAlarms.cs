using System.Collections.Concurrent;
using System.Threading.Channels;
using Aura.Engine.Rounds;

namespace Aura.Dashboard.Sources.Live;

/// <summary>
/// Tells of vendors that are left alone and of those that are back: in the log at once, in the ledger soon after, so
/// that no round waits for it. A vendor that stays away is one alarm, however often somebody tries.
/// </summary>
internal sealed class VendorAlarms(RiskEngine engine, ILogger<VendorAlarms> logger) : BackgroundService
{
    private readonly ConcurrentDictionary<string, bool> _suspended = new(StringComparer.Ordinal);
    private readonly Channel<Notice> _notices = Channel.CreateUnbounded<Notice>();

    public void Suspended(string vendor, TimeSpan pause)
    {
        if (!_suspended.TryAdd(vendor, true))
            return;

        VendorLog.Opened(logger, vendor, pause);
        _notices.Writer.TryWrite(new Notice.VendorSuspended(vendor));
    }

    public void Resumed(string vendor)
    {
        if (!_suspended.TryRemove(vendor, out _))
            return;

        VendorLog.Closed(logger, vendor);
        _notices.Writer.TryWrite(new Notice.VendorResumed(vendor));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var notice in _notices.Reader.ReadAllAsync(stoppingToken))
            await engine.RecordAsync(notice);
    }
}
