using System.Text.Json;
using Aura.Engine.Breaker;

namespace Aura.Dashboard.Tests.Sources.Replay;

/// <summary>MSFT's real split of 2003-02-18, two new shares for an old one: 48.30 on Friday, 24.96 on Tuesday.</summary>
public sealed class SplitTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_split_that_was_entered_adjusts_history_states_no_jump_and_trips_nothing()
    {
        using var csv = Days();
        using var rounds = RoundDriver.Start(host =>
        {
            csv.Plays(host);
            host.With("Assets:1:CorporateActions:0:Date", "2003-02-18").With("Assets:1:CorporateActions:0:Ratio", "2:1");
        });

        var reports = await rounds.RunAsync(2);

        // 24.96 against 24.15 of the new shares: 3.354 %.
        var split = reports[^1].Asset("MSFT");
        Assert.Equal((24.96m, 3.354m, null), (split.Price, split.ChangePercent, split.Remark));
        Assert.All(reports[^1].Breakers, breaker => Assert.Equal(BreakerState.Closed, breaker.State));
        var points = await HistoryAsync(rounds.Host);
        Assert.Equal(("24.96", null), PricesOf(points[0]));
        Assert.Equal(("48.3", "24.15"), PricesOf(points[1]));
        await LedgerWalk.HoldsAsync(rounds.Host);
    }

    [Fact]
    public async Task A_split_that_nobody_entered_is_remarked_on()
    {
        using var csv = Days();
        using var rounds = RoundDriver.Start(csv.Plays);

        var reports = await rounds.RunAsync(2);

        Assert.Equal("Jumped by -48.323 % from 48.3, the price of round 1.", reports[^1].Asset("MSFT").Remark);
        Assert.Equal(("48.3", null), PricesOf((await HistoryAsync(rounds.Host))[1]));
    }

    private static ReplayCsv Days() => new(
        ReplayCsv.Header, "2003-02-14,34.90,0.1,349.0,48.30", "2003-02-18,34.60,0.1,346.0,24.96");

    private static async Task<List<JsonElement>> HistoryAsync(AuraHost host)
    {
        using var client = host.CreateClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", await host.TokenAsync("auditor@aura.demo"));
        using var answer = JsonDocument.Parse(await client.GetStringAsync("/api/v1/assets/MSFT/history", Cancelled));
        return [.. answer.RootElement.GetProperty("points").EnumerateArray().Select(point => point.Clone())];
    }

    private static (string? Price, string? Adjusted) PricesOf(JsonElement point) => (
        point.GetProperty("price").GetString(),
        point.TryGetProperty("adjustedPrice", out var adjusted) ? adjusted.GetString() : null);
}
