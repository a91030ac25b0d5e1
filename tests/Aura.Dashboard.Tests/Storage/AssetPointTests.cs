using Aura.Dashboard.Queries;
using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Market;
using Aura.Engine.MasterLogic;

namespace Aura.Dashboard.Tests.Storage;

/// <summary>History in the shares of today.</summary>
public sealed class AssetPointTests
{
    private static readonly DateTimeOffset Today = DateTimeOffset.Parse("2003-02-19T15:00:00Z");

    [Theory]
    [InlineData("2003-02-14T21:00:00Z", 24.15)]
    [InlineData("2003-02-18T15:00:00Z", 48.30)]
    public void Prices_before_a_split_are_drawn_in_the_shares_of_today(string at, double price)
    {
        var point = Point(at).InSharesOf(Today, [new CorporateAction("2003-02-18", 2, 1)]);

        Assert.Equal((decimal)price, point.Price);
        Assert.Equal([(decimal)price, null], point.SourcePrices.Select(source => source.Price));
    }

    [Fact]
    public void Without_splits_history_is_what_was_recorded()
    {
        var point = Point("2003-02-14T21:00:00Z");

        Assert.Same(point, point.InSharesOf(Today, null));
    }

    private static AssetPoint Point(string at) =>
        new(
            new RoundNumber(1), DateTimeOffset.Parse(at), DateTimeOffset.Parse(at), 48.30m, 0.1m, Tier.Normal,
            BreakerState.Closed, BreakerState.Closed,
            [new SourcePoint(SourceId.Parse("msft-av"), 48.30m), new SourcePoint(SourceId.Parse("msft-finnhub"), null)]);
}
