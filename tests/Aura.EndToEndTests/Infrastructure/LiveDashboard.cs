using Aura.VendorStub;

namespace Aura.EndToEndTests.Infrastructure;

/// <summary>A dashboard in Live whose four vendors are one stub on a real socket.</summary>
internal sealed class LiveDashboard : IAsyncDisposable
{
    /// <summary>The common part of all keys; nobody may ever read it.</summary>
    public const string Canary = "CANARYkeyThatNobodyMaySee";

    private LiveDashboard(DashboardProcess dashboard, StubServer stub)
    {
        Dashboard = dashboard;
        Stub = stub;
    }

    public DashboardProcess Dashboard { get; }

    public StubServer Stub { get; }

    public static async Task<LiveDashboard> StartAsync()
    {
        var stub = await StubServer.StartAsync(TimeProvider.System, certificate: null, TestContext.Current.CancellationToken);
        var settings = new List<(string, string)>
        {
            ("Market__Mode", "Live"), ("Market__Fetch", "Shared"), ("Rounds__GatherTimeout", "00:00:00.9"),
            // The stub quotes at any hour of any day.
            ("Market__Calendar", "AlwaysOpen"),
        };
        foreach (string vendor in (string[])["AlphaVantage", "TwelveData", "Finnhub", "GoldApi"])
            settings.AddRange(
            [
                ($"Market__Vendors__{vendor}__BaseUrl", stub.Url), ($"Market__Vendors__{vendor}__ApiKey", Canary + vendor),
                // A round every second would be refused with the limits of the free plans.
                ($"Market__Vendors__{vendor}__RequestsPerMinute", "0"), ($"Market__Vendors__{vendor}__RequestsPerDay", "0"),
            ]);
        return new LiveDashboard(await DashboardProcess.StartAsync([.. settings]), stub);
    }

    public async ValueTask DisposeAsync()
    {
        await Dashboard.DisposeAsync();
        await Stub.DisposeAsync();
    }
}
