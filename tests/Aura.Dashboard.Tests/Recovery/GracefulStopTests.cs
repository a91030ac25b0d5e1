using System.Diagnostics;
using Aura.Dashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aura.Dashboard.Tests.Recovery;

public sealed class GracefulStopTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("aura-stop-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact(Timeout = 90_000)]
    public async Task A_stop_ends_the_process_within_25_s_and_leaves_no_slot_without_an_ending()
    {
        var cancelled = TestContext.Current.CancellationToken;
        using (var dashboard = await DashboardProcess.StartAsync(_folder.FullName, cancelled))
        {
            var caller = new ApiCaller(dashboard.Client);
            while ((await caller.ReadAsync("rounds?limit=3")).AsArray().Count < 3)
            {
                // Rounds come every second; the request itself is what passes the time.
            }

            long started = Stopwatch.GetTimestamp();
            int code = await dashboard.StopAsync(cancelled);

            Assert.Equal(0, code);
            Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(25));
        }

        using var host = new AuraHost(_folder.FullName).Started();
        await LedgerWalk.HoldsAsync(host);
        await using var context = await host.Get<IDbContextFactory<AuraDbContext>>().CreateDbContextAsync(cancelled);
        Assert.Equal(0, await context.Slots.CountAsync(slot => slot.EndedBySequence == null, cancelled));
    }
}
