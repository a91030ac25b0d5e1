using Aura.Dashboard.Components.Pages;

namespace Aura.Dashboard.Tests.Components;

public sealed class ChosenRangeTests
{
    private static readonly DateTimeOffset Now = Sample.Start;

    [Fact]
    public void A_relative_range_follows_the_clock()
    {
        var range = ChosenRange.Of("6h", null, null, Now);

        Assert.Equal((Now.AddHours(-6), null, TimeSpan.FromHours(6), null), (range.From, range.To, range.Length, range.Fault));
    }

    [Fact]
    public void Without_words_an_asset_shows_a_quarter_of_an_hour_and_a_list_everything()
    {
        Assert.Equal("15m", ChosenRange.Of(null, null, null, Now).Word);
        Assert.Same(ChosenRange.All, ChosenRange.OrAll(null, null, null, Now));
    }

    [Theory]
    [InlineData("2026-01-01", null)]
    [InlineData("2026-01-01T01:00:00+01:00", "2026-01-02T00:00:00Z")]
    public void Two_instants_may_state_an_offset_and_be_open_at_the_end(string from, string? to)
    {
        var range = ChosenRange.Of(null, from, to, Now);

        Assert.Equal(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), range.From);
        Assert.Equal(to is null, range.To is null);
        Assert.Null(range.Fault);
    }

    [Theory]
    [InlineData("2h", null, null, "The range is '2h': accepted is one of 15m, 1h, 6h, 24h, 7d.")]
    [InlineData(null, "yesterday", null, "'from' is 'yesterday': accepted is a time such as 2026-06-05T14:00:00Z.")]
    [InlineData(null, null, "32.13.", "'to' is '32.13.': accepted is a time such as 2026-06-05T14:00:00Z.")]
    [InlineData(null, "2026-01-02", "2026-01-01", "'from' is '2026-01-02': accepted is a time before 'to'.")]
    [InlineData(null, "2027-01-01", null, "'from' is '2027-01-01': accepted is a time before 'to'.")]
    public void A_wrong_range_is_named_with_what_is_accepted(string? word, string? from, string? to, string fault) =>
        Assert.Equal(fault, ChosenRange.Of(word, from, to, Now).Fault);
}
