using Aura.Testing;
using Aura.VendorStub;

namespace Aura.EndToEndTests.Infrastructure;

/// <summary>A dashboard in Live whose four vendors are one stub on a real socket.</summary>
internal sealed class LiveDashboard : IAsyncDisposable
{
    /// <summary>The common part of all keys; nobody may ever read it.</summary>
    public const string Canary = "CANARYkeyThatNobodyMaySee";

    private readonly OwnAuthority _authority;

    private LiveDashboard(DashboardProcess dashboard, StubServer stub, OwnAuthority authority)
    {
        _authority = authority;
        Dashboard = dashboard;
        Stub = stub;
    }

    public DashboardProcess Dashboard { get; }

    public StubServer Stub { get; }

    public static async Task<LiveDashboard> StartAsync()
    {
        var authority = new OwnAuthority(TimeProvider.System);
        var stub = await StubServer.StartAsync(
            TimeProvider.System, new StubCertificates(authority.Issue(vouched: true), authority.Issue(vouched: false)),
            TestContext.Current.CancellationToken);
        // The README's example, on a schedule that a test can wait for.
        var settings = SettingsFile.Read("docs/examples/live.json")
            .Where(setting => !setting.Key.StartsWith("Rounds:", StringComparison.Ordinal))
            .Select(setting => (setting.Key.Replace(":", "__", StringComparison.Ordinal), setting.Value)).ToList();
        // The stub quotes at any hour of any day.
        settings.AddRange([("Market__Calendar", "AlwaysOpen"), ("SSL_CERT_FILE", authority.CertificateFile)]);
        foreach (string vendor in (string[])["AlphaVantage", "TwelveData", "Finnhub", "GoldApi"])
            settings.AddRange(
            [
                ($"Market__Vendors__{vendor}__BaseUrl", stub.Url), ($"Market__Vendors__{vendor}__ApiKey", Canary + vendor),
                // A round every second would be refused with the limits of the free plans.
                ($"Market__Vendors__{vendor}__RequestsPerMinute", "0"), ($"Market__Vendors__{vendor}__RequestsPerDay", "0"),
            ]);
        return new LiveDashboard(await DashboardProcess.StartAsync([.. settings]), stub, authority);
    }

    public async ValueTask DisposeAsync()
    {
        await Dashboard.DisposeAsync();
        await Stub.DisposeAsync();
        _authority.Dispose();
    }
}
