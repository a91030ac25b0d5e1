using Aura.Dashboard.Publishing.Live;
using Aura.Engine.Canon;
using Aura.Engine.Publishing;
using Aura.Engine.Rounds;
using Aura.VendorStub;

namespace Aura.Dashboard.Tests.Sources.Live;

/// <summary>A host in Live whose four vendors are one stub on a real socket. On the real clock, as live prices are.</summary>
internal sealed class LiveHost : IAsyncDisposable
{
    /// <summary>The keys' common part; it must be found nowhere.</summary>
    public const string Canary = "CANARYkeyThatNobodyMaySee";

    private LiveHost(AuraHost host, StubServer stub)
    {
        Host = host;
        Stub = stub;
    }

    public AuraHost Host { get; }

    public StubServer Stub { get; }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<LiveHost> StartAsync(
        Behaviour behaviour = Behaviour.Quotes, Action<AuraHost>? arrange = null, StubCertificates? certificates = null)
    {
        var stub = await StubServer.StartAsync(TimeProvider.System, certificates, Cancelled);
        stub.Plays(behaviour);
        var host = Settings(new AuraHost(), stub.Url);
        arrange?.Invoke(host);
        return new LiveHost(host.Started(), stub);
    }

    /// <summary>Live settings that fit, so that a test breaks one of them.</summary>
    public static AuraHost Settings(AuraHost host, string url)
    {
        host.With("Market:Mode", "Live").With("Rounds:Cron", "*/5 * * * *").With("Rounds:GatherTimeout", "00:00:03")
            // The stub quotes at any hour of any day.
            .With("Market:Calendar", "AlwaysOpen");
        foreach (string vendor in (string[])["AlphaVantage", "TwelveData", "Finnhub", "GoldApi"])
            host.With($"Market:Vendors:{vendor}:BaseUrl", url).With($"Market:Vendors:{vendor}:ApiKey", Canary + vendor)
                .With($"Market:Vendors:{vendor}:RequestsPerMinute", "0").With($"Market:Vendors:{vendor}:RequestsPerDay", "0");
        return host;
    }

    public async Task<RoundReport> RunAsync()
    {
        Assert.Equal(
            RoundRun.Completed,
            await Host.Get<RoundRunner>().RunAsync(new Slot(TimeProvider.System.GetUtcNow()), Cancelled));
        return Host.Get<RoundFeed>().Current.Latest!;
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Stub.DisposeAsync();
    }
}
