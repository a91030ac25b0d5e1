using System.Net;
using Aura.Dashboard.Tests.Contracts;

namespace Aura.Dashboard.Tests.Api;

/// <summary><c>GET assets/{symbol}/history</c>.</summary>
public sealed class HistoryTests(RoundsEndpointsTests.SixtyRounds rounds) : IClassFixture<RoundsEndpointsTests.SixtyRounds>
{
    private const string Gold = "assets/GOLD/history";

    private readonly ApiCaller _caller = rounds.Caller;

    // The first slot is 14:00:05, and there is one every five seconds.
    [Theory]
    [InlineData("", 60, 11)]
    [InlineData("?limit=500", 60, 1)]
    [InlineData("?from=2025-06-05T14:04:50Z", 60, 58)]
    [InlineData("?to=2025-06-05T14:00:20Z", 3, 1)]
    [InlineData("?from=2025-06-05T14:00:20Z&to=2025-06-05T14:00:30Z", 5, 4)]
    [InlineData("?from=2025-06-05T16:00:20%2B02:00&to=2025-06-05T09:00:30-05:00", 5, 4)]
    [InlineData("?from=2025-06-05t14:00:19.999z&to=2025-06-05T14:00:20.001Z", 4, 4)]
    public async Task Points_are_the_rounds_whose_slot_is_in_the_range_newest_first(string query, long first, long last)
    {
        var history = await _caller.ReadAsync(Gold + query);

        Assert.Equal(
            Enumerable.Range(0, (int)(first - last) + 1).Select(i => first - i),
            history["points"]!.AsArray().Select(point => (long)point!["round"]!));
    }

    [Fact]
    public async Task Following_next_reads_every_point_once()
    {
        var seen = new List<long>();
        string? next = "2025-06-05T14:04:30Z";
        while (next is not null)
        {
            var page = await _caller.ReadAsync($"{Gold}?limit=7&to={next}");
            seen.AddRange(page["points"]!.AsArray().Select(point => (long)point!["round"]!));
            next = (string?)page["next"]?.GetValue<string>().Replace("+", "%2B", StringComparison.Ordinal);
        }

        Assert.Equal(Enumerable.Range(0, 53).Select(i => 53L - i), seen);
    }

    [Fact]
    public async Task A_point_says_what_the_round_said()
    {
        var point = (await _caller.ReadAsync(Gold))["points"]![0]!;
        var asset = (await _caller.ReadAsync("rounds/60"))["assets"]![0]!;

        foreach (string member in (string[])["price", "dispersionPercent", "tier", "tierStale", "score", "quality"])
            Assert.Equal(asset[member]!.ToJsonString(), point[member]!.ToJsonString());
        Assert.Equal(
            asset["sources"]!.AsArray().Select(source => ((string?)source!["id"], (string?)source["price"])),
            point["sources"]!.AsArray().Select(source => ((string?)source!["id"], (string?)source["price"])));
        Approved.Matches("history", await _caller.ReadAsync($"{Gold}?limit=2"));
    }

    [Fact]
    public async Task A_range_without_rounds_has_no_points_and_no_next() =>
        Assert.Equal(
            """{"symbol":"GOLD","points":[],"next":null}""",
            (await _caller.ReadAsync($"{Gold}?to=2001-01-01T00:00:00Z")).ToJsonString());

    [Theory]
    [InlineData("SILVER")]
    [InlineData("gold")]
    [InlineData("SYSTEM")]
    public async Task An_asset_that_there_is_not_is_not_found(string symbol)
    {
        var answer = await _caller.GetAsync($"assets/{symbol}/history");

        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (answer.Status, answer.MediaType));
        Assert.Equal($"There is no asset '{symbol}'. There are GOLD, MSFT.", answer.Detail);
    }

    [Theory]
    [InlineData("from=yesterday", "from")]
    [InlineData("from=2025-06-05", "from")]
    [InlineData("from=2025-06-05T14:00:00", "from")]
    [InlineData("from=2025-06-05T14:00:00+02:00", "from")]
    [InlineData("to=2025-13-05T14:00:00Z", "to")]
    [InlineData("to=2025-06-05T25:00:00Z", "to")]
    [InlineData("limit=501", "limit")]
    [InlineData("from=x&to=y&limit=0", "limit from to")]
    [InlineData("from=2025-06-05T14:00:00Z&to=2025-06-05T14:00:00Z", "from")]
    public async Task A_bad_value_is_refused_by_name_and_value(string query, string fields)
    {
        var answer = await _caller.GetAsync($"{Gold}?{query}");

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.Status, answer.MediaType));
        Assert.Equal(fields, string.Join(' ', answer.Fields));
        Assert.All(
            answer.Body["errors"]!.AsObject(),
            fault => Assert.StartsWith($"'{fault.Key}' is '", (string?)fault.Value![0], StringComparison.Ordinal));
        Assert.All(
            answer.Body["errors"]!.AsObject(),
            fault => Assert.Contains("accepted is", (string?)fault.Value![0], StringComparison.Ordinal));
    }
}
