using System.Net;
using System.Text.Json.Nodes;
using Aura.Dashboard.Tests.Contracts;

namespace Aura.Dashboard.Tests.Api;

public sealed class RoundsEndpointsTests : IClassFixture<RoundsEndpointsTests.SixtyRounds>
{
    private readonly ApiCaller _caller;

    public RoundsEndpointsTests(SixtyRounds rounds) => _caller = rounds.Caller;

    [Theory]
    [InlineData("rounds", 60, 11)]
    [InlineData("rounds?limit=3", 60, 58)]
    [InlineData("rounds?before=58&limit=3", 57, 55)]
    [InlineData("rounds?before=3", 2, 1)]
    [InlineData("rounds?before=1000&limit=500", 60, 1)]
    [InlineData("rounds?before=61&limit=1", 60, 60)]
    public async Task Rounds_are_listed_newest_first_and_before_is_exclusive(string path, long first, long last)
    {
        var numbers = (await _caller.ReadAsync(path)).AsArray().Select(round => (long)round!["number"]!).ToList();

        Assert.Equal(Enumerable.Range(0, (int)(first - last) + 1).Select(i => first - i), numbers);
    }

    [Fact]
    public async Task Before_the_first_round_there_is_nothing() =>
        Assert.Empty((await _caller.ReadAsync("rounds?before=1")).AsArray());

    [Theory]
    [InlineData("rounds?limit=0", "limit")]
    [InlineData("rounds?limit=501", "limit")]
    [InlineData("rounds?limit=-1", "limit")]
    [InlineData("rounds?before=0", "before")]
    [InlineData("rounds?before=-5", "before")]
    [InlineData("rounds?limit=many", "limit")]
    [InlineData("rounds?before=1.5", "before")]
    [InlineData("rounds?before=99999999999999999999", "before")]
    [InlineData("rounds?limit=0&before=0", "limit before")]
    public async Task A_bad_value_is_refused_by_name(string path, string fields)
    {
        var answer = await _caller.GetAsync(path);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("application/problem+json", answer.MediaType);
        Assert.Equal(fields, string.Join(' ', answer.Fields));
    }

    [Fact]
    public async Task A_round_has_one_shape_alone_and_in_the_list()
    {
        var alone = await _caller.ReadAsync("rounds/60");

        Assert.True(JsonNode.DeepEquals(alone, (await _caller.ReadAsync("rounds?limit=1"))[0]));
        Approved.Matches("round", alone);
    }

    [Theory]
    [InlineData("rounds/0")]
    [InlineData("rounds/61")]
    [InlineData("rounds/-1")]
    [InlineData("rounds/first")]
    public async Task A_round_that_was_not_decided_is_not_found(string path)
    {
        var answer = await _caller.GetAsync(path);

        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (answer.Status, answer.MediaType));
    }

    public sealed class SixtyRounds : IAsyncLifetime
    {
        private readonly RoundDriver _rounds = RoundDriver.Start();

        internal ApiCaller Caller { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            await _rounds.RunAsync(60);
            Caller = await ApiCaller.SignInAsync(_rounds.Host);
        }

        public ValueTask DisposeAsync()
        {
            Caller.Dispose();
            _rounds.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
