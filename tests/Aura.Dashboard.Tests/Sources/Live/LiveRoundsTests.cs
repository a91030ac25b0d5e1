using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Aura.Dashboard.Queries;
using Aura.Engine.Market;
using Aura.Engine.MasterLogic;
using Aura.Engine.Rounds;
using Aura.VendorStub;

namespace Aura.Dashboard.Tests.Sources.Live;

/// <summary>Whole rounds over real sockets: what each failure becomes, and what nobody may ever read.</summary>
public sealed class LiveRoundsTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<Behaviour, RefusalCode> Failures => new()
    {
        { Behaviour.QuotaSpent, RefusalCode.QuotaSpent },
        { Behaviour.DayThrottled, RefusalCode.QuotaSpent },
        { Behaviour.Unheard, RefusalCode.Malformed },
        { Behaviour.Malformed, RefusalCode.Malformed },
        { Behaviour.Empty, RefusalCode.Empty },
        { Behaviour.NoContent, RefusalCode.Empty },
        { Behaviour.LoginPage, RefusalCode.Malformed },
        { Behaviour.Zero, RefusalCode.Implausible },
        { Behaviour.Old, RefusalCode.Stale },
        { Behaviour.Ahead, RefusalCode.FutureDated },
        { Behaviour.UnknownSymbol, RefusalCode.UnknownSymbol },
        { Behaviour.MarketClosed, RefusalCode.MarketClosed },
        { Behaviour.Throttled, RefusalCode.Throttled },
        { Behaviour.BadKey, RefusalCode.BadKey },
        { Behaviour.Entitlement, RefusalCode.Entitlement },
        { Behaviour.Unavailable, RefusalCode.Transport },
        { Behaviour.RedirectInside, RefusalCode.Transport },
        { Behaviour.BrokenGzip, RefusalCode.Transport },
        { Behaviour.Torn, RefusalCode.Transport },
        { Behaviour.Drip, RefusalCode.Timeout },
        { Behaviour.Slow, RefusalCode.Timeout },
        { Behaviour.Endless, RefusalCode.Oversize },
        { Behaviour.GzipBomb, RefusalCode.Oversize },
    };

    [Fact]
    public async Task Every_node_asks_every_source_and_a_price_is_agreed()
    {
        await using var live = await LiveHost.StartAsync();

        var report = await live.RunAsync();

        Assert.Equal(MarketMode.Live, report.Mode);
        Assert.All(report.Assets, asset => Assert.NotNull(asset.Price));
        Assert.All(report.Assets, asset => Assert.All(asset.Sources, source => Assert.Equal(4, source.Votes)));
        Assert.Equal(4 * 8, live.Stub.Asked.Count);
        Assert.Null(live.Host.Get<RuleSet>().Market.SharedAnswers);
    }

    [Fact]
    public async Task A_shared_answer_is_asked_once_and_marked_in_the_rules()
    {
        await using var live = await LiveHost.StartAsync(arrange: host => host.With("Market:Fetch", "Shared"));

        var report = await live.RunAsync();

        Assert.All(report.Assets, asset => Assert.NotNull(asset.Price));
        Assert.Equal(8, live.Stub.Asked.Count);
        Assert.True(live.Host.Get<RuleSet>().Market.SharedAnswers);
        Assert.All(report.Assets, asset => Assert.EndsWith(
            "Each was asked once for all nodes, so its votes are one witness.", asset.QualityReason, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_failure_has_its_class_within_one_round(Behaviour behaviour, RefusalCode expected)
    {
        await using var live = await LiveHost.StartAsync(behaviour, host => host.With("Market:Fetch", "Shared"));

        var report = await live.RunAsync();

        Assert.Equal(expected, report.Asset("GOLD").Source("gold-goldapi").Refusal);
        Assert.All(report.Assets, asset => Assert.Equal((null, Quality.NoDecision), (asset.Price, asset.Quality)));
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_refused_before_anything_is_asked()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        await using var live = await LiveHost.StartAsync(
            arrange: host => host.With("Market:Fetch", "Shared"), certificates: new StubCertificates(certificate, certificate));

        var report = await live.RunAsync();

        Assert.Equal(RefusalCode.Transport, report.Asset("GOLD").Source("gold-goldapi").Refusal);
        Assert.Empty(live.Stub.Asked);
    }

    [Theory]
    [InlineData(Behaviour.Torn)]
    [InlineData(Behaviour.Drip)]
    public async Task An_answer_that_breaks_off_or_trickles_is_tried_again_and_counts_against_its_vendor(Behaviour behaviour)
    {
        await using var live = await LiveHost.StartAsync(behaviour, host => host.With("Market:Fetch", "Shared"));

        for (int round = 0; round < 2; round++)
            await live.RunAsync();

        Assert.True(live.Stub.Asked.Count > 2 * 8, $"{live.Stub.Asked.Count} calls");
        Assert.Equal(
            VendorBreaker.Open, live.Host.Get<IVendorUsage>().Read().Single(use => use.Vendor is "AlphaVantage").Breaker);
    }

    [Fact]
    public async Task A_vendor_that_keeps_failing_is_left_alone()
    {
        await using var live = await LiveHost.StartAsync(Behaviour.Unavailable);
        await live.RunAsync();
        int asked = live.Stub.Asked.Count;

        var report = await live.RunAsync();

        Assert.Equal(asked, live.Stub.Asked.Count);
        Assert.All(
            report.Assets.SelectMany(asset => asset.Sources),
            source => Assert.Equal(RefusalCode.Suspended, source.Refusal));
        Assert.All(live.Host.Get<IVendorUsage>().Read(), use => Assert.Equal(VendorBreaker.Open, use.Breaker));
    }

    [Fact]
    public async Task A_vendor_that_asks_for_silence_gets_it()
    {
        await using var live = await LiveHost.StartAsync(Behaviour.Throttled, host => host.With("Market:Fetch", "Shared"));
        await live.RunAsync();
        int asked = live.Stub.Asked.Count;

        await live.RunAsync();

        Assert.Equal(asked, live.Stub.Asked.Count);
        var use = live.Host.Get<IVendorUsage>().Read().Single(use => use.Vendor is "GoldApi");
        Assert.Equal((VendorBreaker.Closed, RefusalCode.Throttled, 1), (use.Breaker, use.LastAnswer, use.Day.Used));
        Assert.True(use.NextAllowed > TimeProvider.System.GetUtcNow().AddMinutes(50));
    }

    [Fact]
    public async Task Keys_reach_the_vendors_and_appear_nowhere_else()
    {
        using var logs = new CapturedLogs();
        await using var live = await LiveHost.StartAsync(arrange: host => logs.CaptureAll(host));
        await live.RunAsync();
        live.Stub.Plays(Behaviour.QuotaSpent);
        await live.RunAsync();

        var asked = live.Stub.Asked;
        Assert.All(asked, call => Assert.Contains(LiveHost.Canary, call.PathAndQuery + string.Join(' ', call.Headers.Values)));
        Assert.All(
            asked.Where(call => !call.PathAndQuery.StartsWith("/query", StringComparison.Ordinal)),
            call => Assert.DoesNotContain(LiveHost.Canary, call.PathAndQuery, StringComparison.Ordinal));
        Assert.NotEmpty(logs.Lines);
        Assert.DoesNotContain(logs.Lines, line => line.Contains(LiveHost.Canary, StringComparison.Ordinal));
        using var client = live.Host.CreateClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", await live.Host.TokenAsync("auditor@aura.demo"));
        foreach (string path in (string[])["status", "rounds", "rounds/2", "evidence/2", "ledger"])
            Assert.DoesNotContain(
                LiveHost.Canary, await client.GetStringAsync($"/api/v1/{path}", Cancelled), StringComparison.Ordinal);
        // Documents travel as their bytes: what they say is looked at too.
        using var evidence = JsonDocument.Parse(await client.GetStringAsync("/api/v1/evidence/2", Cancelled));
        string observed = TextOf(evidence.RootElement.GetProperty("evidence"));
        string bodies = string.Concat(evidence.RootElement.GetProperty("bodies").EnumerateArray().Select(TextOf));
        Assert.Contains("\"redacted\":true", observed, StringComparison.Ordinal);
        Assert.Contains("[redacted]", bodies, StringComparison.Ordinal);
        Assert.DoesNotContain(LiveHost.Canary, observed + bodies, StringComparison.Ordinal);
        byte[] canary = Encoding.UTF8.GetBytes(LiveHost.Canary);
        foreach (string file in Directory.EnumerateFiles(live.Host.Folder, "*", SearchOption.AllDirectories))
            Assert.True(await ReadAsync(file) is var bytes && bytes.AsSpan().IndexOf(canary) < 0, file);
    }

    private static string TextOf(JsonElement document) => Encoding.UTF8.GetString(document.GetProperty("bytes").GetBytesFromBase64());

    // The database is still open.
    private static async Task<byte[]> ReadAsync(string path)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        await file.CopyToAsync(copy, Cancelled);
        return copy.ToArray();
    }
}
