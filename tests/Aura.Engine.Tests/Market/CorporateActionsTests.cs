using System.Collections.Immutable;
using Aura.Engine.Market;
using Xunit;

namespace Aura.Engine.Tests.Market;

public sealed class CorporateActionsTests
{
    private static readonly ImmutableArray<CorporateAction> Splits =
        [new("2003-02-18", 2, 1), new("2005-06-01", 3, 2)];

    [Theory]
    // The last price at the old shares and the first at the new, by the date in New York.
    [InlineData("2003-02-14T21:00:00Z", "2003-02-18T14:30:00Z", "24.15")]
    [InlineData("2003-02-14T21:00:00Z", "2003-02-18T04:59:59Z", "48.30")]
    [InlineData("2003-02-14T21:00:00Z", "2003-02-18T05:00:00Z", "24.15")]
    [InlineData("2003-02-18T14:30:00Z", "2003-02-19T14:30:00Z", "48.30")]
    [InlineData("2003-02-14T21:00:00Z", "2005-06-01T14:30:00Z", "16.10")]
    // Never backwards.
    [InlineData("2005-06-01T14:30:00Z", "2003-02-14T21:00:00Z", "48.30")]
    public void An_earlier_price_is_stated_in_later_shares(string from, string to, string adjusted) =>
        Assert.Equal(
            decimal.Parse(adjusted),
            CorporateActions.Adjust(48.30m, DateTimeOffset.Parse(from), DateTimeOffset.Parse(to), Splits));

    [Fact]
    public void Without_splits_a_price_stays_what_it_is() =>
        Assert.Equal(48.30m, CorporateActions.Adjust(48.30m, DateTimeOffset.MinValue, DateTimeOffset.MaxValue, null));

    [Fact]
    public void A_price_is_rounded_once_and_half_to_even() =>
        Assert.Equal(
            33.33333333m,
            CorporateActions.Adjust(
                100m, DateTimeOffset.Parse("2020-01-01T12:00:00Z"), DateTimeOffset.Parse("2020-01-02T20:00:00Z"),
                [new("2020-01-02", 3, 1)]));
}
