using Aura.Dashboard.Storage;
using Aura.Engine.Consensus;
using Aura.Engine.Market;
using Aura.Engine.MasterLogic;
using Aura.Engine.Rounds;
using Microsoft.EntityFrameworkCore;

namespace Aura.Dashboard.Tests.Sources.Replay;

public sealed class ReplayTests : IDisposable
{
    private readonly ReplayCsv _csv = ReplayCsv.ThreeDays();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _csv.Dispose();

    [Fact]
    public async Task Each_row_is_a_round_at_the_close_of_its_day()
    {
        using var rounds = RoundDriver.Start(_csv.Plays);

        var reports = await rounds.RunAsync(3);

        Assert.Equal([21.4795m, 21.3638m, 20.9083m], reports.Select(report => report.Asset("MSFT").Price));
        // 16:00 in New York, before that year's daylight time began.
        Assert.Equal(
            ["2006-03-20T21:00:00", "2006-03-21T21:00:00", "2006-03-22T21:00:00"],
            reports.Select(report => report.MarketTime.ToString("s")), StringComparer.Ordinal);
        Assert.All(reports, report => Assert.Equal(MarketMode.Replay, report.Mode));
        Assert.All(reports, report => Assert.Null(report.Scenario));
        await LedgerWalk.HoldsAsync(rounds.Host);
    }

    [Fact]
    public async Task The_close_that_a_row_is_dated_with_still_belongs_to_its_session()
    {
        using var rounds = RoundDriver.Start(_csv.Plays);

        var report = await rounds.RunAsync();

        Assert.All(report.Assets, asset => Assert.Equal(MarketSession.Open, asset.Session));
        Assert.All(report.Assets.SelectMany(asset => asset.Sources), source => Assert.Equal(SourceVerdict.Agreed, source.Verdict));
    }

    [Fact]
    public async Task Sources_without_a_column_are_left_out()
    {
        using var rounds = RoundDriver.Start(_csv.Plays);

        var gold = (await rounds.RunAsync()).Asset("GOLD");

        Assert.Equal(["gold-av-gld", "gold-av-xau"], gold.Sources.Select(source => source.Id.Value), StringComparer.Ordinal);
        Assert.Equal(Quality.Degraded, gold.Quality);
    }

    [Fact]
    public async Task A_source_whose_column_is_emptied_is_left_out()
    {
        using var rounds = RoundDriver.Start(host =>
        {
            _csv.Plays(host);
            host.With("Market:Replay:Columns:msft-finnhub", "");
        });

        var msft = (await rounds.RunAsync()).Asset("MSFT");

        Assert.Equal(["msft-av", "msft-twelvedata"], msft.Sources.Select(source => source.Id.Value), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Sources_that_share_a_column_state_one_price()
    {
        using var rounds = RoundDriver.Start(_csv.Plays);

        var msft = (await rounds.RunAsync()).Asset("MSFT");

        Assert.Equal([21.4795m, 21.4795m, 21.4795m], msft.Sources.Select(source => source.Price));
        Assert.Equal((0m, Quality.Good), (msft.DispersionPercent, msft.Quality));
    }

    [Fact]
    public async Task A_share_is_converted_with_the_rows_own_ounces()
    {
        using var rounds = RoundDriver.Start(_csv.Plays);

        var gld = (await rounds.RunAsync()).Asset("GOLD").Sources[0];

        Assert.Equal((55.17m, 0.0994719m), (gld.RawPrice, gld.OuncesPerShare));
        Assert.Equal(decimal.Round(55.17m / 0.0994719m, 8), gld.Price);
    }

    [Fact]
    public async Task An_empty_cell_is_refused_as_empty()
    {
        using var rounds = RoundDriver.Start(_csv.Plays);
        await rounds.RunAsync();

        var gold = (await rounds.RunAsync()).Asset("GOLD");

        var gld = gold.Sources[0];
        Assert.Equal((SourceVerdict.Refused, RefusalCode.Empty, null), (gld.Verdict, gld.Refusal, gld.Price));
        Assert.Equal((Quality.SingleSource, 551.3m, null), (gold.Quality, gold.Price, gold.DispersionPercent));
    }

    [Fact]
    public async Task After_the_last_row_no_slot_is_claimed_and_nothing_is_recorded()
    {
        using var rounds = RoundDriver.Start(_csv.Plays);
        await rounds.RunAsync(3);

        Assert.Equal(RoundRun.NotClaimed, await rounds.TryRunAsync());
        Assert.Equal(RoundRun.NotClaimed, await rounds.TryRunAsync());

        Assert.Equal(3, (await LedgerWalk.HoldsAsync(rounds.Host)).Decisions);
        await using var context = await rounds.Host.Get<IDbContextFactory<AuraDbContext>>().CreateDbContextAsync(Cancelled);
        Assert.Equal(3, await context.Slots.CountAsync(Cancelled));
    }

    [Fact]
    public async Task A_loop_begins_again_with_the_first_row()
    {
        using var rounds = RoundDriver.Start(host =>
        {
            _csv.Plays(host);
            host.With("Market:Replay:AtEnd", "Loop");
        });

        var reports = await rounds.RunAsync(7);

        Assert.Equal(
            [21.4795m, 21.3638m, 20.9083m, 21.4795m, 21.3638m, 20.9083m, 21.4795m],
            reports.Select(report => report.Asset("MSFT").Price));
    }

    [Fact]
    public async Task A_restart_continues_with_the_next_row()
    {
        using var before = RoundDriver.Start(_csv.Plays);
        await before.RunAsync();
        using var after = RoundDriver.Start(_csv.Plays, before.Host.Folder, before.Clock);

        Assert.Equal(21.3638m, (await after.RunAsync()).Asset("MSFT").Price);
    }

    [Fact]
    public async Task A_database_with_earlier_rounds_begins_with_the_first_row_too()
    {
        using var simulated = RoundDriver.Start();
        await simulated.RunAsync(2);
        using var replayed = RoundDriver.Start(_csv.Plays, simulated.Host.Folder, simulated.Clock);

        var report = await replayed.RunAsync();

        Assert.Equal((3, 21.4795m), (report.Round.Value, report.Asset("MSFT").Price));
        await LedgerWalk.HoldsAsync(replayed.Host);
    }
}
