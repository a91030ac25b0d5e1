using Aura.Testing;

namespace Aura.Benchmarks.Live;

/// <summary>What an open overview page costs the server, beside a program that is told the same rounds by the hub.</summary>
internal sealed class LivePageBenchmark(TimeProvider time)
{
    /// <summary>The charts of an overview of two assets: two of each, and the score.</summary>
    public const int Charts = 5;

    private const int PagesForHeap = 500;
    private const int Clients = 50;
    private const int Pushes = 380;
    private const int WarmUp = 8;
    private const int Rounds = 15;
    private const double MostTimesAPush = 3.0;
    private const long MostBytesPerPage = 125_000;

    // Longer than a page holds charts back, so that every round is drawn whole.
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(1_250);

    // Twenty seconds: in each the server asks once for every connection whether its sign-in still holds.
    private static readonly TimeSpan Window = (Rounds + 1) * Interval;

    // A push costs so little that it would drown in those questions at the pace of pages.
    private static readonly TimeSpan PushInterval = TimeSpan.FromMilliseconds(50);

    public async Task<IReadOnlyList<Figure>> RunAsync() => [.. await ProcessorAsync(), await HeapAsync()];

    private async Task<IReadOnlyList<Figure>> ProcessorAsync()
    {
        await using var dashboard = await PacedDashboard.StartAsync();
        using var visitor = await Visitor.SignInAsync(dashboard.Url);
        var listeners = await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => HubListener.ConnectAsync(visitor)));
        await WarmUpAsync(dashboard, Pushes, PushInterval);
        var silent = await CostAsync(dashboard, 0, PushInterval);
        long heard = listeners.Sum(listener => listener.Rounds);
        var told = await CostAsync(dashboard, Pushes, PushInterval) - silent;
        if (listeners.Sum(listener => listener.Rounds) - heard != Clients * Pushes)
            throw new InvalidOperationException("A listener was not told every round.");
        foreach (var listener in listeners)
            await listener.DisposeAsync();

        var pages = await OpenAsync(visitor, Clients);
        await WarmUpAsync(dashboard, Rounds, Interval);
        var still = await CostAsync(dashboard, 0, Interval);
        long updates = pages.Sum(page => page.ChartUpdates), bytes = pages.Sum(page => page.Bytes);
        var drawn = await CostAsync(dashboard, Rounds, Interval) - still;
        if (pages.Sum(page => page.ChartUpdates) - updates != Clients * Charts * Rounds)
            throw new InvalidOperationException("A page did not draw every round.");
        if (told <= TimeSpan.Zero || drawn <= TimeSpan.Zero)
            throw new InvalidOperationException(
                $"With rounds listeners cost {told.TotalMilliseconds:0} ms more and pages {drawn.TotalMilliseconds:0} ms, of {silent.TotalMilliseconds:0} and {still.TotalMilliseconds:0} ms without: something else was computed meanwhile.");
        bytes = (pages.Sum(page => page.Bytes) - bytes) / (Clients * Rounds);
        foreach (var page in pages)
            await page.DisposeAsync();

        return
        [
            Figure.OfRatio(
                "update of an open overview against a hub push", drawn / (Clients * Rounds), told / (Clients * Pushes), MostTimesAPush,
                $"Processor time of the server, {Clients} pages of {Rounds} rounds and {Clients} listeners of {Pushes}, less the same time without rounds, all {Charts} charts drawn; {bytes / 1024} KB a page and round."),
            Figure.Beside(
                "  an open overview without rounds, per second", still / (Clients * Window.TotalSeconds),
                "Processor time of the server: the beat that says LIVE, ages and countdowns."),
        ];
    }

    private async Task<Figure> HeapAsync()
    {
        await using var dashboard = await PacedDashboard.StartAsync();
        using var visitor = await Visitor.SignInAsync(dashboard.Url);
        // The first pages bring what all pages share.
        var first = await OpenAsync(visitor, 5);
        await DrawAsync(dashboard, first, WarmUp);
        long before = await dashboard.HeapAsync();
        var pages = await OpenAsync(visitor, PagesForHeap);
        await DrawAsync(dashboard, pages, 4);
        long after = await dashboard.HeapAsync();
        foreach (var page in first.Concat(pages))
            await page.DisposeAsync();

        return Figure.OfBytes(
            $"heap of an open overview at {PagesForHeap} pages", (after - before) / PagesForHeap, MostBytesPerPage,
            "Managed heap of a fresh server after collections, with and without the pages, after rounds were drawn.");
    }

    private static async Task<List<LivePageClient>> OpenAsync(Visitor visitor, int count)
    {
        var pages = new List<LivePageClient>(count);
        for (int i = 0; i < count; i++)
            pages.Add(await LivePageClient.OpenAsync(visitor));
        return pages;
    }

    // Many pages take longer than a round: what is still on its way would count as what is kept.
    private async Task DrawAsync(PacedDashboard dashboard, IReadOnlyCollection<LivePageClient> pages, int rounds)
    {
        for (int i = 0; i < rounds; i++)
        {
            long drawn = pages.Min(page => page.ChartUpdates);
            long limit = time.GetTimestamp() + (120 * time.TimestampFrequency);
            await dashboard.PublishAsync();
            do
            {
                if (time.GetTimestamp() > limit)
                    throw new TimeoutException("A page did not draw a round within two minutes.");
                await Task.Delay(Interval, time);
            }
            while (pages.Min(page => page.ChartUpdates) < drawn + Charts);
        }
    }

    // The code is compiled while it first runs, that of the questions about sign-ins too, and again when it has run often.
    private async Task WarmUpAsync(PacedDashboard dashboard, int rounds, TimeSpan interval)
    {
        for (int i = 0; i < 2; i++)
            await CostAsync(dashboard, rounds, interval);
    }

    private async Task<TimeSpan> CostAsync(PacedDashboard dashboard, int rounds, TimeSpan interval)
    {
        var before = await dashboard.ProcessorAsync();
        var window = Task.Delay(Window, time);
        if (rounds > 0)
            await dashboard.PublishAsync(rounds, interval);
        await window;
        return await dashboard.ProcessorAsync() - before;
    }
}
