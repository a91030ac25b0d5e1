using Aura.Dashboard.Components.Appearance;

namespace Aura.Dashboard.Tests.Components;

public sealed class FiguresTests
{
    private static readonly DateTimeOffset Now = Sample.Start;

    [Theory]
    [InlineData(0, "0 s ago")]
    [InlineData(3.9, "3 s ago")]
    [InlineData(-2, "0 s ago")]
    [InlineData(60, "1 min ago")]
    [InlineData(125, "2 min 5 s ago")]
    [InlineData(3600, "1 h 0 min ago")]
    [InlineData(90_000, "1 d 1 h ago")]
    public void An_age_is_said_in_the_two_largest_units(double seconds, string words) =>
        Assert.Equal(words, Figures.Age(Now.AddSeconds(-seconds), Now));

    [Theory]
    [InlineData(0.1, "1 s")]
    [InlineData(7, "7 s")]
    [InlineData(-5, "0 s")]
    public void A_wait_is_rounded_up(double seconds, string words) =>
        Assert.Equal(words, Figures.Wait(Now.AddSeconds(seconds), Now));

    [Fact]
    public void What_is_not_known_is_never_a_number()
    {
        Assert.Equal("–", Figures.Price(null));
        Assert.Equal("–", Figures.Percent(null));
        Assert.Equal("–", Figures.Exact(null));
    }

    [Fact]
    public void The_exact_value_keeps_every_place()
    {
        Assert.Equal("3,348.6187211", Figures.Exact(3348.6187211m));
        Assert.Equal("53.10", Figures.Exact(53.1m));
    }

    [Fact]
    public void A_score_has_no_places_that_say_nothing() => Assert.Equal("7", Figures.Score(7.0m));
}
