using Aura.Engine.Rounds;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aura.Dashboard.Tests.Recovery;

public sealed class BackgroundFailureTests : IDisposable
{
    private readonly TaskCompletionSource _fault = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly RoundDriver _rounds;

    public BackgroundFailureTests() => _rounds = RoundDriver.Start(
        host => host.Replacing(services => services.AddHostedService(_ => new Faulty(_fault.Task))));

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _rounds.Dispose();

    [Fact]
    public async Task A_background_failure_stops_the_host_and_the_next_start_reads_the_state_from_the_database()
    {
        using var caller = await ApiCaller.SignInAsync(_rounds.Host);
        await _rounds.RunAsync(2);
        await caller.TripAsync("GOLD", Command.Valid());
        var before = await _rounds.Host.Get<IRoundStore>().LoadAsync(null, Cancelled);

        var stopping = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registration = _rounds.Host.Get<IHostApplicationLifetime>().ApplicationStopping.Register(stopping.SetResult);
        _fault.SetException(new InvalidOperationException("A fault of the program."));
        await stopping.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancelled);

        using var again = RoundDriver.Start(folder: _rounds.Host.Folder, clock: _rounds.Clock);
        var after = await again.Host.Get<IRoundStore>().LoadAsync(null, Cancelled);
        Assert.Equal(before.Head, after.Head);
        Assert.Equal(
            Aura.Engine.Breaker.BreakerState.Isolated,
            again.Feed.Current.Breakers.Single(breaker => breaker.Scope.Value is "GOLD").State);
        Assert.Equal(3, (await again.RunAsync()).Round.Value);
        await LedgerWalk.HoldsAsync(again.Host);
    }

    private sealed class Faulty(Task fault) : BackgroundService
    {
        protected override Task ExecuteAsync(CancellationToken stoppingToken) => fault;
    }
}
