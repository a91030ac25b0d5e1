using Aura.Dashboard.Components.Appearance;
using Aura.Dashboard.Components.Charts;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Aura.Dashboard.Tests.Components;

/// <summary>A chart's twin has the same points, row by row (D12).</summary>
public sealed class ChartPanelTests : BunitContext
{
    private readonly ChartSeries[] _series =
    [
        new("Agreed", [.. Enumerable.Range(0, 301).Select(i => new ChartPoint(Sample.Start.AddSeconds(i), i))]),
        new("gold-a", [.. Enumerable.Range(0, 301).Select(i => new ChartPoint(Sample.Start.AddSeconds(i), i == 300 ? null : 2 * i))]),
    ];

    public ChartPanelTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton<TimeProvider>(new FakeTimeProvider(Sample.Start));
    }

    [Fact]
    public void The_table_has_the_rows_and_the_values_of_the_chart_newest_first()
    {
        var panel = RenderPanel();

        panel.Find("[data-testid=gold-as-table]").Click();

        var rows = panel.FindAll("[data-testid=gold-table] tbody tr");
        Assert.Equal(ChartModel.MaxPoints, rows.Count);
        Assert.Equal(["2026-01-02 15:05:00 UTC", "300.00 USD", "–"], rows[0].Children.Select(cell => cell.TextContent));
        Assert.Equal(["2026-01-02 15:00:01 UTC", "1.00 USD", "2.00 USD"], rows[^1].Children.Select(cell => cell.TextContent));
        Assert.Empty(panel.FindAll("[data-testid=gold-png]"));
    }

    [Fact]
    public void The_file_has_the_same_points_oldest_first()
    {
        RenderPanel().Find("[data-testid=gold-csv]").Click();

        var saved = JSInterop.VerifyInvoke("aura.save").Arguments;
        string[] lines = ((string)saved[2]!).Split("\r\n");
        Assert.Equal("gold.csv", saved[0]);
        Assert.Equal(("\uFEFFtime,Agreed,gold-a", "2026-01-02T15:00:01.000Z,1,2", "2026-01-02T15:05:00.000Z,300,"), (lines[0], lines[1], lines[300]));
    }

    [Fact]
    public void Candles_have_a_table_of_their_own_columns()
    {
        var panel = RenderPanel([new ChartCandle(Sample.Start, 10m, 14m, 8m, 12m)]);

        panel.Find("[data-testid=gold-as-table]").Click();

        Assert.Equal(["Time", "Open", "High", "Low", "Close"], panel.FindAll("thead th").Select(cell => cell.TextContent));
        Assert.Equal(["10.00 USD", "14.00 USD", "8.00 USD", "12.00 USD"], panel.FindAll("tbody td").Skip(1).Select(cell => cell.TextContent));
    }

    [Fact]
    public void Another_clock_turns_every_time_and_no_value()
    {
        var panel = Render<Microsoft.AspNetCore.Components.CascadingValue<DeskZone>>(zone => zone
            .Add(value => value.Value, DeskZone.NewYork)
            .AddChildContent<ChartPanel>(Arrange));

        panel.Find("[data-testid=gold-as-table]").Click();

        Assert.Equal("2026-01-02 10:05:00 New York", panel.Find("tbody time").TextContent);
    }

    private IRenderedComponent<ChartPanel> RenderPanel(IReadOnlyList<ChartCandle>? candles = null) =>
        Render<ChartPanel>(parameters =>
        {
            Arrange(parameters);
            parameters.Add(panel => panel.Candles, candles);
        });

    private void Arrange(ComponentParameterCollectionBuilder<ChartPanel> parameters) => parameters
        .Add(panel => panel.Title, "GOLD price").Add(panel => panel.Heading, "Price").Add(panel => panel.FileName, "gold")
        .Add(panel => panel.TestId, "gold").Add(panel => panel.Unit, "USD").Add(panel => panel.Series, _series);
}
