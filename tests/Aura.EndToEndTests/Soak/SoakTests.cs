using System.Globalization;
using Aura.EndToEndTests.Infrastructure;
using Aura.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Aura.EndToEndTests.Soak;

/// <summary>
/// A page that stays open all day, at twenty updates a second. AURA_UPDATES says how many. Few say nothing about memory,
/// and a machine that runs all tests says nothing about milliseconds: both are judged from a thousand updates on.
/// </summary>
public sealed class SoakTests(Chromium chromium, ITestOutputHelper output)
{
    private const int UsualUpdates = 40;
    private const int UpdatesThatTell = 1_000;
    private const int WarmUp = 20;
    private const int Points = 300;
    private const double MostHeapBytesPerUpdate = 512;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestChartUpdate = TimeSpan.FromMilliseconds(60);
    private static readonly TimeSpan TwoFrames = TimeSpan.FromMilliseconds(2_000 / 60.0);

    private static int Updates => int.TryParse(
        Environment.GetEnvironmentVariable("AURA_UPDATES"), NumberStyles.None, CultureInfo.InvariantCulture, out int asked)
        ? asked
        : UsualUpdates;

    private static bool Tells => Updates >= UpdatesThatTell;

    [Fact]
    public async Task A_page_that_stays_open_keeps_nothing_and_shows_each_round_at_once()
    {
        await using var people = chromium.Invite();
        await using var dashboard = await PacedDashboard.StartAsync();
        var page = await people.NewPageAsync();
        var desk = await Desk.SignInAsync(page, dashboard.Url, "operator");
        await Expect(desk.Page.Locator(".apexcharts-canvas")).ToHaveCountAsync(5);
        var meter = await PageMeter.OfAsync(page);
        var steady = new SteadyPage(page);
        await steady.WatchAsync();

        await steady.ShowsAsync(await dashboard.PublishAsync(WarmUp, Interval));
        var before = await meter.CollectAsync();
        await steady.ShowsAsync(await dashboard.PublishAsync(Updates, Interval));
        var after = await meter.CollectAsync();

        double slope = (after.HeapBytes - before.HeapBytes) / (double)Updates;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Updates} updates: {before.Nodes} nodes {after.Nodes - before.Nodes:+0;-0;+0}, {before.Listeners} listeners {after.Listeners - before.Listeners:+0;-0;+0}, {before.HeapBytes / 1024} KB of heap {slope:+0;-0;+0} bytes an update"));

        var latencies = await LatenciesAsync(dashboard, page, steady);
        var median = latencies.Order().ElementAt(latencies.Count / 2);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"publish to pixel: {string.Join(' ', latencies.Select(latency => latency.TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture)))} ms; median {median.TotalMilliseconds:0.0} ms"));

        var chart = await ChartUpdateAsync(dashboard, page, meter);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"chart update at {Points} points: {chart.TotalMilliseconds:0.0} ms of the main thread"));

        Assert.Equal((before.Nodes, before.Listeners), (after.Nodes, after.Listeners));
        if (!Tells)
            return;
        Assert.True(slope <= MostHeapBytesPerUpdate, $"The heap grows by {slope:0} bytes an update.");
        Assert.True(chart <= LongestChartUpdate, $"A chart update takes {chart.TotalMilliseconds:0.0} ms of the main thread.");
        Assert.True(median <= TwoFrames, $"Publish to pixel takes {median.TotalMilliseconds:0.0} ms.");
    }

    private static async Task<List<TimeSpan>> LatenciesAsync(PacedDashboard dashboard, IPage page, SteadyPage steady)
    {
        int count = Tells ? 21 : 1;
        var clock = await PageClock.StartAsync(page);
        var latencies = new List<TimeSpan>();
        for (int i = 0; i < count; i++)
        {
            var (round, at) = await dashboard.PublishAsync();
            latencies.Add(await clock.PaintedAsync(round, at));
            await steady.ShowsAsync(round);
        }

        return latencies;
    }

    // The script that every chart of the product is drawn by, with what the server would send it.
    private static async Task<TimeSpan> ChartUpdateAsync(PacedDashboard dashboard, IPage page, PageMeter meter)
    {
        int repeats = Tells ? 15 : 3;
        await page.EvaluateAsync(
            """
            async json => {
              const figure = document.querySelector('main').appendChild(document.createElement('figure'));
              figure.className = 'aura-chart';
              const element = figure.appendChild(document.createElement('div'));
              element.setAttribute('role', 'img');
              const { create } = await import('/aura/js/chart.js');
              const { lines: whole, frame } = JSON.parse(json);
              const chart = await create(element, { lines: whole, frame });
              window.drawAgain = async () => {
                const lines = whole.map(({ name, added: data }) => {
                  const point = [data.at(-1)[0] + 5000, data[0][1]];
                  data.push(point);
                  data.shift();
                  return { name, dropped: 1, kept: data.length - 1, added: [point] };
                });
                await chart.update({ lines, frame });
                await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)));
              };
              await window.drawAgain();
            }
            """,
            await dashboard.ChartAsync(Points));
        var taken = new List<TimeSpan>();
        for (int i = 0; i < repeats; i++)
        {
            var before = await meter.MainThreadAsync();
            await page.EvaluateAsync("window.drawAgain()");
            taken.Add(await meter.MainThreadAsync() - before);
        }

        return taken.Order().ElementAt(repeats / 2);
    }
}
