using System.Net;
using Aura.Dashboard.Queries;
using Aura.Engine.Canon;
using Aura.Engine.Rounds;

namespace Aura.Dashboard.Tests.Api;

/// <summary>What people think of a trip is counted for its rule, once.</summary>
public sealed class FalsePositiveTests : IAsyncLifetime
{
    private readonly RoundDriver _rounds = RoundDriver.Start(host => host.With("Market:Scenario", "extreme-gold"));
    private ApiCaller _officer = null!;

    public async ValueTask InitializeAsync()
    {
        _officer = await ApiCaller.SignInAsync(_rounds.Host, "compliance@aura.demo");
        await _rounds.RunAsync(3);
    }

    public ValueTask DisposeAsync()
    {
        _officer.Dispose();
        _rounds.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_trip_is_judged_once_by_its_round_and_counted()
    {
        var judged = await JudgeAsync(_officer, "ExtremeDispersion", 3);
        Assert.Equal((HttpStatusCode.OK, 1L, true), (judged.Status, (long)judged.Body["falsePositives"]!, (bool)judged.Body["isLastJudged"]!));

        Assert.Equal((HttpStatusCode.Conflict, "nothing-to-judge"), Told(await JudgeAsync(_officer, "ExtremeDispersion", 3)));
        Assert.Equal((HttpStatusCode.Conflict, "nothing-to-judge"), Told(await JudgeAsync(_officer, "PriceJump", 3)));
        Assert.Equal(HttpStatusCode.NotFound, (await JudgeAsync(_officer, "Weather", 3)).Status);
        var nothing = await _officer.PostAsync("breakers/GOLD/causes/PriceJump/false-positive", new { });
        Assert.Equal(["commandId", "comment", "round"], nothing.Fields.Order(StringComparer.Ordinal));

        var history = await _rounds.Host.Get<IBreakerHistory>().BeforeAsync(Scope.Parse("GOLD"), null, 10, TestContext.Current.CancellationToken);
        var happened = Assert.Single(history, found => found.Kind is LedgerEventKind.JudgedFalse);
        Assert.Equal((null, new RoundNumber(3)), (happened.Version, happened.Round));

        await _rounds.RunAsync();
        var gold = (await _officer.ReadAsync("breakers")).AsArray().Single(found => (string)found!["scope"]! is "GOLD")!;
        Assert.Equal(1, (long)gold["causes"]!.AsArray().Single(found => (string)found!["cause"]! is "ExtremeDispersion")!["falsePositives"]!);
    }

    [Theory]
    [InlineData("operator@aura.demo")]
    [InlineData("auditor@aura.demo")]
    [InlineData("admin@aura.demo")]
    public async Task Nobody_but_compliance_judges_and_every_attempt_is_recorded(string email)
    {
        using var caller = await ApiCaller.SignInAsync(_rounds.Host, email);

        Assert.Equal((HttpStatusCode.Forbidden, "forbidden"), Told(await JudgeAsync(caller, "ExtremeDispersion", 3)));
        Assert.Equal(CommandStatus.Refused, (await LedgerWalk.HoldsAsync(_rounds.Host)).Answers[^1].Status);
    }

    private static (HttpStatusCode Status, string? Code) Told(ApiAnswer answer) => (answer.Status, answer.Code);

    private static Task<ApiAnswer> JudgeAsync(ApiCaller caller, string cause, long round) => caller.PostAsync(
        $"breakers/GOLD/causes/{cause}/false-positive",
        new { commandId = Command.NextId(), round, comment = "Both vendors were right about gold." });
}
