using System.Net;
using Aura.Dashboard.Publishing.Live;
using Aura.Dashboard.Sources;
using Aura.Engine.Canon;
using Aura.Engine.Market;
using Aura.Engine.MasterLogic;
using Aura.Engine.Rounds;

namespace Aura.Dashboard.Tests.Sources;

/// <summary>Whatever goes wrong between us and a vendor is a typed outcome. On the real clock: a retry waits.</summary>
public sealed class HttpMarketSourceTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_body_of_the_largest_size_is_read()
    {
        var (response, _) = await FetchAsync(() => Answer(new ByteArrayContent(new byte[CappedBody.Largest])));

        Assert.Equal((RefusalCode.None, CappedBody.Largest), (response.Failure, response.Body.Length));
    }

    [Fact]
    public async Task A_larger_body_is_oversize_and_nothing_of_it_is_kept()
    {
        var (response, _) = await FetchAsync(() => Answer(new ByteArrayContent(new byte[CappedBody.Largest + 1])));

        Assert.Equal((RefusalCode.Oversize, 0, 200), (response.Failure, response.Body.Length, response.Status));
    }

    [Fact]
    public async Task A_body_without_an_end_is_oversize()
    {
        var (response, _) = await FetchAsync(() => Answer(new StreamContent(new Endless())));

        Assert.Equal(RefusalCode.Oversize, response.Failure);
    }

    [Fact]
    public async Task Status_500_is_tried_again_once_and_then_a_transport_failure()
    {
        var (response, requests) = await FetchAsync(() => new HttpResponseMessage(HttpStatusCode.InternalServerError));

        Assert.Equal((RefusalCode.Transport, 500, 2), (response.Failure, response.Status, requests));
    }

    [Fact]
    public async Task Status_404_is_a_transport_failure_and_not_tried_again()
    {
        var (response, requests) = await FetchAsync(() => new HttpResponseMessage(HttpStatusCode.NotFound));

        Assert.Equal((RefusalCode.Transport, 404, 1), (response.Failure, response.Status, requests));
    }

    [Fact]
    public async Task A_connection_that_fails_is_a_transport_failure()
    {
        var (response, requests) = await FetchAsync(() => throw new HttpRequestException("Connection refused"));

        Assert.Equal((RefusalCode.Transport, null, 2), (response.Failure, response.Status, requests));
        Assert.True(response.Body.IsEmpty);
    }

    [Fact]
    public async Task A_connection_that_breaks_inside_the_body_is_a_transport_failure()
    {
        var (response, _) = await FetchAsync(() => Answer(new StreamContent(new Breaking())));

        Assert.Equal(RefusalCode.Transport, response.Failure);
        Assert.True(response.Body.IsEmpty);
    }

    [Fact]
    public async Task A_vendor_that_answers_only_errors_degrades_a_round_and_stops_nothing()
    {
        using var vendor = new VendorStub((_, _) => throw new HttpRequestException("Connection refused"));
        using var host = new AuraHost();
        vendor.Plays(host, "AlphaVantage");
        host.Started();
        var slot = new Slot(TimeProvider.System.GetUtcNow());

        Assert.Equal(RoundRun.Completed, await host.Get<RoundRunner>().RunAsync(slot, Cancelled));

        var report = host.Get<RoundFeed>().Current.Latest!;
        foreach (var asset in report.Assets)
        {
            Assert.Equal(Quality.Degraded, asset.Quality);
            Assert.NotNull(asset.Price);
            Assert.All(
                asset.Sources.Where(source => source.Vendor is "AlphaVantage"),
                source => Assert.Equal((RefusalCode.Transport, null), (source.Refusal, source.Price)));
        }

        await LedgerWalk.HoldsAsync(host);
    }

    private static HttpResponseMessage Answer(HttpContent content) => new(HttpStatusCode.OK) { Content = content };

    private static async Task<(RawResponse Response, int Requests)> FetchAsync(Func<HttpResponseMessage> answer)
    {
        using var vendor = new VendorStub((_, _) => Task.FromResult(answer()));
        using var host = new AuraHost();
        vendor.Plays(host, "GoldApi");
        host.Started();
        var source = host.Get<RuleSet>().Market.Sources.Single(found => found.Vendor is "GoldApi");
        var slot = new Slot(RoundDriver.FirstMoment);
        var response = await host.Get<IMarketSource>().FetchAsync(
            new FetchRequest(source, new NodeId(1), RoundNumber.None.Next, slot, slot.Instant), Cancelled);
        return (response, vendor.Requests);
    }

    private sealed class Endless : FakeStream
    {
        protected override int Fill(Span<byte> buffer)
        {
            buffer.Fill((byte)' ');
            return buffer.Length;
        }
    }

    private sealed class Breaking : FakeStream
    {
        private bool _started;

        protected override int Fill(Span<byte> buffer)
        {
            if (_started)
                throw new IOException("Connection reset by peer");
            _started = true;
            buffer[0] = (byte)'{';
            return 1;
        }
    }
}
