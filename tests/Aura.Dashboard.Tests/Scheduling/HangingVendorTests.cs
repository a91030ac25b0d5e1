using System.Diagnostics;
using System.Net;
using Aura.Dashboard.Scheduling;
using Aura.Engine.Rounds;

namespace Aura.Dashboard.Tests.Scheduling;

public sealed class HangingVendorTests
{
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(1);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_trip_does_not_wait_for_a_vendor_that_hangs_for_30_s(bool obeysItsToken)
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        RoundDriver? driver = null;
        using var vendor = new VendorStub(async (_, cancelled) =>
        {
            asked.TrySetResult();
            await Task.Delay(Hang, driver!.Clock, obeysItsToken ? cancelled : CancellationToken.None);
            return new HttpResponseMessage(HttpStatusCode.OK);
        });
        using var rounds = driver = RoundDriver.Start(host => vendor.Plays(host, "AlphaVantage"));
        using var caller = await ApiCaller.SignInAsync(rounds.Host);
        await caller.BreakerAsync("GOLD");

        var gathering = Task.Run(() => rounds.Host.Get<RoundJob>().RunAsync(rounds.Slot, Cancelled), Cancelled);
        Assert.Same(asked.Task, await Task.WhenAny(asked.Task, gathering));
        var watch = Stopwatch.StartNew();
        var trip = await caller.TripAsync("GOLD", Command.Valid());
        watch.Stop();

        Assert.Equal(HttpStatusCode.OK, trip.Status);
        Assert.False(gathering.IsCompleted);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, Promised);
        Assert.Equal(("Isolated", 2), await caller.BreakerAsync("GOLD"));

        // Nothing is said of the other vendors: on a cold start the clock may jump before they are asked.
        // The round's own deadline, then, and not the vendor's answer, ends the gathering.
        rounds.Clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(RoundRun.Completed, await gathering);
        var report = rounds.Feed.Current.Latest!;
        var hanging = report.Assets.SelectMany(asset => asset.Sources)
            .Where(source => source.Vendor is "AlphaVantage").ToList();
        Assert.Equal(4, hanging.Count);
        Assert.All(hanging, source => Assert.Equal(Engine.Market.RefusalCode.Timeout, source.Refusal));
        Assert.Equal(1, report.Round.Value);
        Assert.Equal(2, (await LedgerWalk.HoldsAsync(rounds.Host)).Decisions);
        Assert.Equal(("Isolated", 2), await caller.BreakerAsync("GOLD"));
    }
}
