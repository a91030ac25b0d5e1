using Aura.Dashboard.Configuration;
using Aura.Dashboard.Publishing.Live;
using Aura.Dashboard.Scheduling;
using Aura.Engine.Canon;
using Aura.Engine.Publishing;
using Aura.Engine.Rounds;
using Microsoft.Extensions.Time.Testing;

namespace Aura.Dashboard.Tests;

/// <summary>Plays the schedule on a clock of its own: each call moves the clock to the next slot and runs its round.</summary>
internal sealed class RoundDriver : IDisposable
{
    /// <summary>A slot of every schedule that these tests use.</summary>
    public static readonly DateTimeOffset FirstMoment = new(2025, 6, 5, 14, 0, 0, TimeSpan.Zero);

    private RoundDriver(AuraHost host, FakeTimeProvider clock)
    {
        Host = host;
        Clock = clock;
    }

    public AuraHost Host { get; }

    public FakeTimeProvider Clock { get; }

    public RoundFeed Feed => Host.Get<RoundFeed>();

    /// <summary>The slot at the clock's present.</summary>
    public Slot Slot => Host.Get<RoundSchedule>().LatestAt(Clock.GetUtcNow())!.Value;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>A started host with the shipped settings, changed where the test says so.</summary>
    public static RoundDriver Start(Action<AuraHost>? arrange = null, string? folder = null, FakeTimeProvider? clock = null)
    {
        var time = clock ?? new FakeTimeProvider(FirstMoment);
        var host = new AuraHost(folder) { Clock = time };
        try
        {
            arrange?.Invoke(host);
            return new RoundDriver(host.Started(), time);
        }
        catch
        {
            host.Dispose();
            throw;
        }
    }

    /// <summary>Runs the round of the next slot, which must be decided.</summary>
    public async Task<RoundReport> RunAsync()
    {
        Assert.Equal(RoundRun.Completed, await TryRunAsync());
        return Feed.Current.Latest!;
    }

    /// <summary>Runs so many rounds.</summary>
    public async Task<IReadOnlyList<RoundReport>> RunAsync(int rounds)
    {
        var reports = new List<RoundReport>(rounds);
        for (int i = 0; i < rounds; i++)
            reports.Add(await RunAsync());
        return reports;
    }

    /// <summary>Moves the clock to the next slot and runs it.</summary>
    public Task<RoundRun> TryRunAsync()
    {
        Clock.Advance(Host.Get<RoundSchedule>().Period);
        return Host.Get<RoundJob>().RunAsync(Slot, Cancelled);
    }

    /// <summary>
    /// Ends the host while its clock goes on: HTTP pipelines wait some seconds for requests under way, and on a clock that
    /// stands still they would wait for ever for a vendor that never answers.
    /// </summary>
    public void Dispose()
    {
        var disposal = Task.Run(Host.Dispose, CancellationToken.None);
        while (!disposal.Wait(TimeSpan.FromMilliseconds(20)))
            Clock.Advance(TimeSpan.FromSeconds(1));
    }
}
