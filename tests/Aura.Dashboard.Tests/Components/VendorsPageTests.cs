using Aura.Dashboard.Components.Controls;
using Aura.Dashboard.Components.Pages;
using Aura.Dashboard.Queries;
using Aura.Engine.Canon;
using Aura.Engine.Market;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace Aura.Dashboard.Tests.Components;

public sealed class VendorsPageTests : BunitContext
{
    private readonly TestDesk _desk;

    public VendorsPageTests()
    {
        _desk = new TestDesk(this);
        Services.AddSingleton<IVendorUsage>(new Usage());
    }

    [Fact]
    public void Played_prices_use_no_allowance_and_say_so() => Assert.Equal(
        "Prices are Simulated: no vendor is asked, and no allowance is used.", Text(Render<Vendors>(), "vendors-played"));

    [Fact]
    public async Task A_source_shows_its_outcome_its_latency_and_what_was_agreed_before()
    {
        await _desk.PublishAsync(Sample.Round(1));
        await _desk.PublishAsync(Sample.Round(2, Sample.UndecidedGold, Sample.CalmMsft));

        var page = Render<Vendors>();

        var source = page.Find("[data-testid=source-gold-a]");
        Assert.Contains("timeout", source.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("last agreed 3,356.73 in round 1,", Text(page, "source-gold-a-last"), StringComparison.Ordinal);
        Assert.Equal("answered in 142 ms", Text(page, "source-gold-a-latency"));
        Assert.Equal("Open", Text(page, "asset-GOLD-session"));
        Assert.Equal("NoDecision", Text(page, "asset-GOLD-quality"));
    }

    [Fact]
    public async Task A_remark_stands_beside_a_source_that_is_agreed()
    {
        var far = Sample.CalmGold with
        {
            Sources = [.. Sample.CalmGold.Sources.Select(source => source with { Remark = "8 % above the median of the other sources." })],
        };
        await _desk.PublishAsync(Sample.Round(1, far, Sample.CalmMsft));

        Assert.Equal("8 % above the median of the other sources.", Text(Render<Vendors>(), "source-gold-a-remark"));
    }

    [Fact]
    public void A_key_shows_what_is_left_when_it_may_be_used_and_what_its_vendor_said_last()
    {
        var now = Sample.Start;
        var table = Render<VendorTable>(parameters => parameters.Add(p => p.Now, now).Add(p => p.Uses,
        [
            new VendorUse(
                "TwelveData", [new NodeId(1), new NodeId(2)], new CallCount(8, 8), new CallCount(800, 800), 1_152,
                now.AddMinutes(90), VendorBreaker.Closed, RefusalCode.QuotaSpent, now.AddSeconds(-5)),
            new VendorUse(
                "TwelveData", [new NodeId(3)], new CallCount(0, 8), new CallCount(0, 800), 576, null, VendorBreaker.Closed,
                RefusalCode.QuotaSpent, now.AddSeconds(-5)),
            new VendorUse(
                "GoldApi", [new NodeId(1)], new CallCount(1, 0), new CallCount(12, 0), 288, null, VendorBreaker.Open,
                RefusalCode.None, now.AddMinutes(-2)),
            new VendorUse(
                "Finnhub", [new NodeId(1)], new CallCount(0, 60), new CallCount(0, 0), 288, now, VendorBreaker.HalfOpen, null, null),
        ]));

        Assert.Equal("800 of 800, 0 left", Text(table, "vendor-TwelveData-today"));
        Assert.StartsWith("in 1 h 30 min", Text(table, "vendor-TwelveData-next"), StringComparison.Ordinal);
        Assert.Equal("last answer: quota-spent, 5 s ago", Text(table, "vendor-TwelveData-answer"));
        Assert.Contains("key of node-1, node-2", Text(table, "vendor-TwelveData"), StringComparison.Ordinal);
        Assert.Contains("1,152 planned a day", Text(table, "vendor-TwelveData"), StringComparison.Ordinal);
        Assert.Contains("key of node-3", table.FindAll("[data-testid=vendor-TwelveData]")[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("one allowance for all nodes", Text(table, "vendor-GoldApi"), StringComparison.Ordinal);
        Assert.Equal("asked", Text(table, "vendor-TwelveData-breaker"));
        Assert.Equal("12, no limit", Text(table, "vendor-GoldApi-today"));
        Assert.Equal("now", Text(table, "vendor-GoldApi-next"));
        Assert.Equal(("suspended", "tried again"), (Text(table, "vendor-GoldApi-breaker"), Text(table, "vendor-Finnhub-breaker")));
        Assert.Equal("last answer: a price, 2 min ago", Text(table, "vendor-GoldApi-answer"));
        Assert.Equal("not asked yet", Text(table, "vendor-Finnhub-answer"));
    }

    private static string Text<T>(IRenderedComponent<T> rendered, string id)
        where T : Microsoft.AspNetCore.Components.IComponent =>
        string.Join(' ', rendered.Find($"[data-testid={id}]").TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private sealed class Usage : IVendorUsage
    {
        public IReadOnlyList<VendorUse> Read() => [];
    }
}
