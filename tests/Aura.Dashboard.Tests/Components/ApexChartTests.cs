using System.Text.Json;
using Aura.Dashboard.Components.Appearance;
using Aura.Dashboard.Components.Charts;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Microsoft.JSInterop;

namespace Aura.Dashboard.Tests.Components;

public sealed class ApexChartTests : BunitContext
{
    private static readonly DateTimeOffset Start = new(2026, 1, 2, 15, 0, 0, TimeSpan.Zero);
    private readonly FakeTimeProvider _clock = new(Start);
    private readonly BunitJSModuleInterop _module;
    private readonly BunitJSModuleInterop _chart;

    public ApexChartTests()
    {
        Services.AddSingleton<TimeProvider>(_clock);
        _module = JSInterop.SetupModule("./aura/js/chart.js");
        _chart = _module.SetupModule("create", _ => true);
        _chart.Mode = JSRuntimeMode.Loose;
    }

    [Fact]
    public void The_chart_is_made_once_however_often_the_page_renders()
    {
        var chart = RenderChart(Prices(1m, 2m));

        chart.Render(p => p.Add(c => c.Series, Prices(1m, 2m, 3m)));
        _clock.Advance(TimeSpan.FromSeconds(1));
        chart.Render(p => p.Add(c => c.Series, Prices(2m, 3m, 4m)));

        _module.VerifyInvoke("create");
    }

    [Fact]
    public void An_update_says_only_what_changed()
    {
        var chart = RenderChart(Prices(1m, 2m, 3m));
        _clock.Advance(TimeSpan.FromSeconds(1));

        chart.Render(p => p.Add(c => c.Series, Later(Prices(0m, 2m, 3m, 4m))));

        var line = Updates().Single().Lines.Single();
        Assert.Equal((1, 2), (line.Dropped, line.Kept));
        Assert.Equal([4m], ValuesOf(line.Added));

        static ChartSeries[] Later(ChartSeries[] series) => [series[0] with { Points = [.. series[0].Points.Skip(1)] }];
    }

    [Fact]
    public void A_line_that_has_nothing_in_common_with_the_drawn_one_travels_whole()
    {
        var chart = RenderChart(Prices(1m, 2m));
        _clock.Advance(TimeSpan.FromSeconds(1));

        chart.Render(p => p.Add(c => c.Series, Prices(2m, 3m)));

        var line = Updates().Single().Lines.Single();
        Assert.Equal(0, line.Kept);
        Assert.Equal([2m, 3m], ValuesOf(line.Added));
    }

    [Fact]
    public void After_an_unanswered_update_the_next_one_brings_whole_lines()
    {
        _chart.SetupVoid("update", _ => true).SetCanceled();
        var chart = RenderChart(Prices(1m, 2m));
        _clock.Advance(TimeSpan.FromSeconds(1));
        chart.Render(p => p.Add(c => c.Series, Prices(1m, 2m, 3m)));
        _clock.Advance(TimeSpan.FromSeconds(1));

        chart.Render(p => p.Add(c => c.Series, Prices(1m, 2m, 3m, 4m)));

        Assert.Equal([3m], ValuesOf(Updates()[0].Lines.Single().Added));
        Assert.Equal([1m, 2m, 3m, 4m], ValuesOf(Updates()[1].Lines.Single().Added));
    }

    [Fact]
    public void Pages_that_draw_the_same_are_told_the_same_words()
    {
        ChartSeries[] before = Prices(1m, 2m), after = Prices(1m, 2m, 3m);
        foreach (var chart in new[] { RenderChart(before), RenderChart(before) })
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            chart.Render(p => p.Add(c => c.Series, after));
        }

        Assert.Same(Updates()[0], Updates()[1]);
        using var written = JsonDocument.Parse(JsonSerializer.Serialize(Updates()[0]));
        var line = written.RootElement.GetProperty("lines")[0];
        Assert.Equal((0, 2), (line.GetProperty("dropped").GetInt32(), line.GetProperty("kept").GetInt32()));
        Assert.Equal("UTC", written.RootElement.GetProperty("frame").GetProperty("clock").GetString());
    }

    [Fact]
    public void Rendering_without_new_data_does_not_update()
    {
        var series = Prices(1m, 2m);
        var chart = RenderChart(series);
        _clock.Advance(TimeSpan.FromSeconds(5));

        chart.Render(p => p.Add(c => c.Series, series));

        Assert.Empty(Updates());
    }

    [Fact]
    public void Many_ticks_in_one_second_become_one_update_with_the_last_data()
    {
        var chart = RenderChart(Prices(1m));
        for (int tick = 2; tick <= 9; tick++)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(100));
            chart.Render(p => p.Add(c => c.Series, Prices(tick)));
        }

        Assert.Empty(Updates());
        _clock.Advance(TimeSpan.FromMilliseconds(200));

        chart.WaitForAssertion(() => Assert.Equal([9m], ValuesOf(Updates().Single().Lines.Single().Added)));
    }

    [Fact]
    public void A_change_of_colours_does_not_wait()
    {
        var series = Prices(1m);
        var page = Render<CascadingValue<bool>>(p => Themed(p, dark: false));

        page.Render(p => Themed(p, dark: true));

        Assert.False(Created().Frame.Dark);
        Assert.True(Updates().Single().Frame.Dark);

        void Themed(ComponentParameterCollectionBuilder<CascadingValue<bool>> p, bool dark) => p
            .Add(v => v.Name, ApexChart.DarkModeName)
            .Add(v => v.Value, dark)
            .AddChildContent<ApexChart>(chart => chart.Add(c => c.Title, "Gold price").Add(c => c.Series, series));
    }

    [Fact]
    public void Bands_reach_the_script_cut_to_the_axis()
    {
        RenderChart(Prices(0.5m, 3.5m), p => p
            .Add(c => c.YMin, 0m)
            .Add(c => c.Notes, WithBands(
                new ChartBand(0m, 2m, "Normal", Tone.Good),
                new ChartBand(2m, 5m, "Elevated", Tone.Warning),
                new ChartBand(5m, 10m, "High", Tone.High),
                new ChartBand(10m, null, "Extreme", Tone.Danger))));

        Assert.Equal(
            [new ChartZone(0m, 2m, "Normal", "good"), new ChartZone(2m, 4m, "Elevated", "warning")],
            Created().Frame.Bands);
    }

    [Fact]
    public void A_band_without_an_end_reaches_the_top_of_the_axis()
    {
        RenderChart(Prices(12m), p => p
            .Add(c => c.YMin, 0m)
            .Add(c => c.Notes, WithBands(new ChartBand(10m, null, "Extreme", Tone.Danger))));

        Assert.Equal(Created().Frame.Axis!.Max, Created().Frame.Bands.Single().To);
    }

    [Fact]
    public void Halts_and_marks_reach_the_script_cut_to_the_time_that_is_drawn()
    {
        RenderChart(Prices(1m, 2m, 3m), p => p.Add(c => c.Notes, new ChartNotes(
            [],
            [
                new ChartRegion(Start.AddHours(-2), Start.AddHours(-1), "before", Tone.Danger),
                new ChartRegion(Start.AddHours(-1), Start.AddSeconds(5), "GOLD Open", Tone.Danger),
                new ChartRegion(Start.AddSeconds(5), null, "GOLD HalfOpen", Tone.Warning),
            ],
            [new ChartMark(Start.AddSeconds(5), "High", Tone.High), new ChartMark(Start.AddHours(1), "later", Tone.High)])));

        long start = Start.ToUnixTimeMilliseconds();
        Assert.Equal(
            [
                new ChartSpan(start, start + 5000, "GOLD Open", "danger"),
                new ChartSpan(start + 5000, start + 10_000, "GOLD HalfOpen", "warning"),
                new ChartSpan(start + 5000, null, "High", "high"),
            ],
            Created().Frame.Spans);
    }

    [Fact]
    public void A_halt_too_short_for_its_words_is_shaded_without_them()
    {
        RenderChart(Prices([.. Enumerable.Range(1, 100).Select(i => (decimal)i)]), p => p.Add(c => c.Notes, new ChartNotes(
            [],
            [
                new ChartRegion(Start, Start.AddSeconds(100), "GOLD Open", Tone.Danger),
                new ChartRegion(Start.AddSeconds(100), Start.AddSeconds(110), "GOLD HalfOpen", Tone.Warning),
            ],
            [])));

        Assert.Equal(["GOLD Open", ""], Created().Frame.Spans.Select(span => span.Label));
    }

    [Fact]
    public void Of_marks_that_crowd_each_other_the_last_one_has_its_words()
    {
        RenderChart(Prices([.. Enumerable.Range(1, 100).Select(i => (decimal)i)]), p => p.Add(c => c.Notes, new ChartNotes(
            [],
            [],
            [
                new ChartMark(Start.AddSeconds(100), "Elevated", Tone.Warning),
                new ChartMark(Start.AddSeconds(105), "Extreme", Tone.Danger),
                new ChartMark(Start.AddSeconds(300), "Normal", Tone.Good),
            ])));

        Assert.Equal(["", "Extreme", "Normal"], Created().Frame.Spans.Select(span => span.Label));
    }

    [Fact]
    public void Candles_are_drawn_in_place_of_lines_and_the_axis_reaches_their_wicks()
    {
        RenderChart(Prices(1m), p => p.Add(c => c.Candles, [new ChartCandle(Start, 10m, 14m, 8m, 12m)]));

        var (line, frame) = (Created().Lines.Single(), Created().Frame);
        Assert.True(frame.IsCandles);
        Assert.Equal([Start.ToUnixTimeMilliseconds(), 10m, 14m, 8m, 12m], line.Added.Single());
        Assert.True(frame.Axis!.Min <= 8m && frame.Axis.Max >= 14m);
    }

    [Fact]
    public void Only_the_latest_three_hundred_points_are_sent()
    {
        RenderChart(Prices([.. Enumerable.Range(1, 301).Select(i => (decimal)i)]));

        decimal?[] values = [.. ValuesOf(Created().Lines.Single().Added)];
        Assert.Equal(300, values.Length);
        Assert.Equal(2m, values[0]);
        Assert.Equal(301m, values[^1]);
    }

    [Fact]
    public void A_moment_without_a_value_stays_a_gap()
    {
        RenderChart([new ChartSeries("GOLD", [new ChartPoint(Start, 1m), new ChartPoint(Start.AddSeconds(5), null)])]);

        Assert.Equal([1m, null], ValuesOf(Created().Lines.Single().Added));
    }

    [Fact]
    public void The_last_value_is_said_in_words()
    {
        var chart = RenderChart(Prices(3311m, 3312.4m), p => p.Add(c => c.Unit, "USD"));

        Assert.Equal(
            "Gold price: GOLD 3,312.40 USD at 2026-01-02 15:00:05 UTC", chart.Find("[role=img]").GetAttribute("aria-label"));
    }

    [Fact]
    public void Without_data_it_says_so()
    {
        var chart = RenderChart([]);

        Assert.Null(Created().Frame.Axis);
        Assert.Equal("Gold price: no data yet", chart.Find("[role=img]").GetAttribute("aria-label"));
    }

    [Fact]
    public async Task Leaving_the_page_destroys_the_chart()
    {
        RenderChart(Prices(1m));

        await DisposeComponentsAsync();

        _chart.VerifyInvoke("destroy");
    }

    [Fact]
    public async Task Leaving_by_closing_the_browser_is_not_an_error()
    {
        _chart.SetupVoid("destroy").SetException(new JSDisconnectedException("gone"));
        RenderChart(Prices(1m));

        await DisposeComponentsAsync();

        _chart.VerifyInvoke("destroy");
    }

    private static ChartNotes WithBands(params ChartBand[] bands) => new(bands, [], []);

    private static ChartSeries[] Prices(params decimal[] values) =>
        [new ChartSeries("GOLD", [.. values.Select((value, i) => new ChartPoint(Start.AddSeconds(5 * i), value))])];

    private static IEnumerable<decimal?> ValuesOf(IReadOnlyList<decimal?[]> points) => points.Select(pair => pair[1]);

    private IRenderedComponent<ApexChart> RenderChart(
        IReadOnlyList<ChartSeries> series, Action<ComponentParameterCollectionBuilder<ApexChart>>? more = null) =>
        Render<ApexChart>(p =>
        {
            p.Add(c => c.Title, "Gold price").Add(c => c.Series, series);
            more?.Invoke(p);
        });

    private ChartUpdate Created() => (ChartUpdate)_module.Invocations["create"].Single().Arguments[1]!;

    private ChartUpdate[] Updates() => [.. _chart.Invocations["update"].Select(call => (ChartUpdate)call.Arguments[0]!)];
}
