using System.Net;
using System.Text.Json.Nodes;
using Aura.Engine.Rounds;
using Microsoft.Extensions.Time.Testing;

namespace Aura.Dashboard.Tests.Api;

/// <summary>Thresholds over REST: tried, proposed, approved by somebody else, in force with the next round.</summary>
public sealed class ThresholdsEndpointsTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("aura-thresholds-").FullName;
    private RoundDriver _rounds = null!;
    private ApiCaller _administrator = null!;
    private ApiCaller _officer = null!;

    public async ValueTask InitializeAsync()
    {
        _rounds = Start();
        _administrator = await ApiCaller.SignInAsync(_rounds.Host, "admin@aura.demo");
        _officer = await ApiCaller.SignInAsync(_rounds.Host, "compliance@aura.demo");
    }

    public ValueTask DisposeAsync()
    {
        _administrator.Dispose();
        _officer.Dispose();
        _rounds.Dispose();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task What_two_people_agreed_on_decides_the_next_round_and_every_one_after_a_restart()
    {
        await _rounds.RunAsync(3);
        var before = await _officer.ReadAsync("thresholds");
        Assert.Equal((string)before["settings"]!, (string)before["ruleSet"]!);
        Assert.Null(before["proposal"]);

        var proposed = await ProposeAsync(_administrator, new { extremeAbovePercent = 95, highAbovePercent = 90 });
        Assert.Equal((HttpStatusCode.Accepted, 95m), (proposed.Status, (decimal)proposed.Body["thresholds"]!["extremeAbovePercent"]!));
        var id = (string)proposed.Body["proposalId"]!;
        Assert.Equal(id, (string)(await _officer.ReadAsync("thresholds"))["proposal"]!["proposalId"]!);

        var approved = await AnswerAsync(_officer, id, "approve");
        Assert.Equal(HttpStatusCode.OK, approved.Status);
        Assert.Equal(HttpStatusCode.OK, (await _officer.GetAsync("status")).Status);

        var report = await _rounds.RunAsync();
        var after = await _officer.ReadAsync("thresholds");
        Assert.Equal(report.Configuration.Hex, (string)after["ruleSet"]!);
        Assert.NotEqual((string)before["ruleSet"]!, (string)after["ruleSet"]!);
        Assert.Equal((95m, 2m), ((decimal)after["inForce"]!["extremeAbovePercent"]!, (decimal)after["inForce"]!["elevatedAbovePercent"]!));
        Assert.Equal(report.Configuration.Hex, (string)(await _officer.ReadAsync("status"))["configurationDigest"]!);
        // Under the settings gold would have opened by now: its sources are a tenth apart.
        Assert.Empty(report.Transitions);

        _administrator.Dispose();
        _officer.Dispose();
        _rounds.Dispose();
        _rounds = Start(_rounds.Clock);
        _administrator = await ApiCaller.SignInAsync(_rounds.Host, "admin@aura.demo");
        _officer = await ApiCaller.SignInAsync(_rounds.Host, "compliance@aura.demo");
        var later = await _rounds.RunAsync();
        Assert.Equal(report.Configuration, later.Configuration);
        await LedgerWalk.HoldsAsync(_rounds.Host);
    }

    [Fact]
    public async Task A_trial_says_what_would_have_been_and_records_nothing()
    {
        await _rounds.RunAsync(6);

        var trial = await _officer.PostAsync("thresholds/trial", new { extremeAbovePercent = 95, highAbovePercent = 90 });

        Assert.Equal((HttpStatusCode.OK, 6), (trial.Status, (int)trial.Body["rounds"]!));
        var extreme = Row(trial.Body["causes"]!, "cause", "ExtremeDispersion");
        Assert.Equal(("GOLD", 1, 0), ((string)extreme["scope"]!, (int)extreme["openingsNow"]!, (int)extreme["openingsProposed"]!));
        var tier = trial.Body["tiers"]!.AsArray().Single(row => (string)row!["asset"]! is "GOLD" && (string)row["tier"]! is "Extreme")!;
        Assert.True((int)tier["now"]! > 0);
        Assert.Equal(0, (int)tier["proposed"]!);
        Assert.Empty((await LedgerWalk.HoldsAsync(_rounds.Host)).Answers);
    }

    [Fact]
    public async Task Every_key_that_is_wrong_is_named_and_nothing_is_proposed()
    {
        var wrong = await ProposeAsync(_officer, new
        {
            highAbovePercent = 1,
            noDecisionRounds = 0,
            causes = new object[] { new { cause = "PriceJump", leaveAt = 99 } },
        });
        var unknown = await ProposeAsync(_officer, new { causes = new object[] { new { cause = "Weather" }, new { cause = "Stale", mode = "Loud" } } });
        var nothing = await _officer.PostAsync("thresholds/proposals", new { });
        var same = await ProposeAsync(_officer, new { });

        Assert.Equal(["causes.PriceJump.leaveAt", "highAbovePercent", "noDecisionRounds"], wrong.Fields.Order(StringComparer.Ordinal));
        Assert.Equal(["causes", "causes.Stale.mode"], unknown.Fields.Order(StringComparer.Ordinal));
        Assert.Equal(["commandId", "reason", "thresholds"], nothing.Fields.Order(StringComparer.Ordinal));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "invalid-thresholds"), (same.Status, same.Code));
        Assert.Null((await _officer.ReadAsync("thresholds"))["proposal"]);
    }

    [Theory]
    [InlineData("operator@aura.demo")]
    [InlineData("auditor@aura.demo")]
    public async Task Others_neither_propose_nor_decide_and_every_attempt_is_recorded(string email)
    {
        using var caller = await ApiCaller.SignInAsync(_rounds.Host, email);
        var proposed = await ProposeAsync(_administrator, new { extremeAbovePercent = 20 });
        var id = (string)proposed.Body["proposalId"]!;

        ApiAnswer[] answers =
        [
            await ProposeAsync(caller, new { extremeAbovePercent = 30 }),
            await AnswerAsync(caller, id, "approve"),
            await AnswerAsync(caller, id, "decline"),
            await AnswerAsync(_administrator, id, "approve"),
        ];

        Assert.All(answers, answer => Assert.Equal((HttpStatusCode.Forbidden, "forbidden"), (answer.Status, answer.Code)));
        Assert.Equal(4, (await LedgerWalk.HoldsAsync(_rounds.Host)).Answers.Count(answer => answer.Status is CommandStatus.Refused));
    }

    [Fact]
    public async Task Nobody_approves_what_they_proposed_but_may_take_it_back()
    {
        var id = (string)(await ProposeAsync(_officer, new { extremeAbovePercent = 20 })).Body["proposalId"]!;

        var own = await AnswerAsync(_officer, id, "approve");
        var second = await ProposeAsync(_administrator, new { extremeAbovePercent = 30 });
        var back = await AnswerAsync(_officer, id, "decline");
        var gone = await AnswerAsync(_officer, id, "decline");

        Assert.Equal((HttpStatusCode.Forbidden, "same-person"), (own.Status, own.Code));
        Assert.Equal((HttpStatusCode.Conflict, "request-pending"), (second.Status, second.Code));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (back.Status, gone.Status));
    }

    // The jump itself is another cause than the dispersion that these tests are about.
    private RoundDriver Start(FakeTimeProvider? clock = null) => RoundDriver.Start(
        host => host.With("Market:Scenario", "extreme-gold").With("Breaker:Causes:PriceJump:Mode", "Off"), _folder, clock);

    private static JsonNode Row(JsonNode rows, string key, string value) =>
        rows.AsArray().Single(row => string.Equals((string)row![key]!, value, StringComparison.Ordinal))!;

    private static Task<ApiAnswer> ProposeAsync(ApiCaller caller, object thresholds) => caller.PostAsync(
        "thresholds/proposals", new { commandId = Command.NextId(), reason = "The sources differ more since June.", thresholds });

    private static Task<ApiAnswer> AnswerAsync(ApiCaller caller, string id, string answer) => caller.PostAsync(
        $"thresholds/proposals/{id}/{answer}", new { commandId = Command.NextId(), reason = "Looked at the trial of it." });
}
