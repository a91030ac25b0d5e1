using Aura.Dashboard.Components.Charts;

namespace Aura.Dashboard.Tests.Components;

public sealed class ChartScaleTests
{
    [Theory]
    [InlineData("3305.2", "3319.9", "3305", "3320", "5", 0)]
    [InlineData("0", "3.5", "0", "4", "1", 0)]
    [InlineData("0.0095", "0.35", "0", "0.4", "0.1", 1)]
    [InlineData("0", "0.1", "0", "0.1", "0.025", 3)]
    [InlineData("-3", "90", "-25", "100", "25", 0)]
    public void An_axis_has_round_numbers(string low, string high, string min, string max, string step, int decimals)
    {
        var scale = ChartScale.Over([decimal.Parse(low), decimal.Parse(high)], new ChartRange(null, null));

        Assert.Equal(new ChartScale(decimal.Parse(min), decimal.Parse(max), decimal.Parse(step)), scale);
        Assert.Equal(decimals, scale!.Decimals);
        Assert.Equal(scale.Max, scale.Min + scale.Steps * scale.Step);
    }

    [Fact]
    public void A_flat_line_lies_between_the_ends()
    {
        var scale = ChartScale.Over([412.07m, 412.07m], new ChartRange(null, null));

        Assert.NotNull(scale);
        Assert.InRange(412.07m, scale.Min + 0.01m, scale.Max - 0.01m);
    }

    [Fact]
    public void A_flat_line_at_the_asked_beginning_stays_there()
    {
        var scale = ChartScale.Over([0m], new ChartRange(0m, null));

        Assert.Equal(0m, scale?.Min);
    }

    [Fact]
    public void A_spike_widens_the_asked_range()
    {
        var scale = ChartScale.Over([1m, 12.5m], new ChartRange(0m, 4m));

        Assert.True(scale?.Max >= 12.5m);
    }

    [Fact]
    public void Nothing_to_measure_gives_no_axis() =>
        Assert.Null(ChartScale.Over([], new ChartRange(null, null)));
}
