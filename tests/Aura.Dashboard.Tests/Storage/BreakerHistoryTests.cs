using Aura.Dashboard.Queries;
using Aura.Dashboard.Storage;
using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Rounds;
using Microsoft.EntityFrameworkCore;

namespace Aura.Dashboard.Tests.Storage;

/// <summary>What the ledger says about breakers is found, whoever did it, without reading every round.</summary>
public abstract class BreakerHistoryTests(string provider) : IAsyncLifetime
{
    private static readonly TimeSpan CoolDown = TimeSpan.FromSeconds(10);
    private static readonly Scope Gold = Scope.Parse("GOLD");
    private static readonly Scope Msft = Scope.Parse("MSFT");

    private TestDatabase _database = null!;
    private RoundDriver _rounds = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private IBreakerHistory History => _rounds.Host.Get<IBreakerHistory>();

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(provider);
        _rounds = Start();
    }

    public async ValueTask DisposeAsync()
    {
        _rounds.Dispose();
        await _database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Everything_that_a_person_or_a_rule_did_is_listed_newest_first()
    {
        await PlayAsync();

        var found = await AllAsync();

        Assert.Equal(
            [
                "SYSTEM Refused Trip", "MSFT Declined Decline", "MSFT ResetRequested Reset", "MSFT Changed Trip",
                "MSFT Changed Approve", "MSFT ResetRequested Reset", "MSFT TrippedAgain Trip", "MSFT Changed Trip",
                "GOLD Changed ",
            ],
            found.Select(happened => $"{happened.Scope} {happened.Kind} {happened.Asked}"));
        Assert.Equal(found.OrderByDescending(happened => happened.Sequence).Select(happened => happened.Sequence),
            found.Select(happened => happened.Sequence));
    }

    [Fact]
    public async Task An_event_says_who_did_it_why_and_what_came_of_it()
    {
        await PlayAsync();
        string person = (await _rounds.Host.FindAsync(ApiCaller.Operator)).Id;
        string officer = (await _rounds.Host.FindAsync("compliance@aura.demo")).Id;

        var found = await AllAsync();

        var rule = found.Single(happened => happened.Scope == Gold);
        Assert.Equal((BreakerState.Closed, BreakerState.Open, 2L), (rule.From, rule.To, rule.Version));
        Assert.Equal(BreakerCause.ExtremeDispersion, rule.Cause);
        Assert.NotNull(rule.Round);
        Assert.Null(rule.ActorId);
        var trip = found.Last(happened => happened is { Asked: CommandKind.Trip, Kind: LedgerEventKind.Changed });
        Assert.Equal((BreakerState.Closed, BreakerState.Isolated, 2L), (trip.From, trip.To, trip.Version));
        Assert.Equal((person, ReasonCode.Drill, "A drill that a test wants."), (trip.ActorId, trip.ReasonCode, trip.Words));
        var approved = found.Single(happened => happened.Asked is CommandKind.Approve);
        Assert.Equal((officer, person), (approved.ActorId, approved.RequestedBy));
        var refused = found.Single(happened => happened.Kind is LedgerEventKind.Refused);
        Assert.Equal((BreakerRefusal.Forbidden, "Only the role Operator may trip a breaker.", "A drill that a test wants."),
            (refused.Refusal, refused.Words, refused.Stated));
    }

    [Fact]
    public async Task A_request_is_approved_declined_voided_or_expired()
    {
        await PlayAsync();
        using var caller = await ApiCaller.SignInAsync(_rounds.Host);
        await caller.ResetAsync("MSFT", Command.Valid((await caller.BreakerAsync("MSFT")).Version));
        await caller.TripAsync("MSFT", Command.Valid());
        _rounds.Clock.Advance(CoolDown);
        await caller.ResetAsync("MSFT", Command.Valid((await caller.BreakerAsync("MSFT")).Version));
        var made = _rounds.Clock.GetUtcNow();

        var requests = (await AllAsync()).Where(happened => happened.Kind is LedgerEventKind.ResetRequested).ToList();

        Assert.Equal(
            [RequestFate.Waiting, RequestFate.Voided, RequestFate.Declined, RequestFate.Approved],
            requests.Select(request => request.FateAt(made)));
        Assert.Equal(RequestFate.Waiting, requests[0].FateAt(made.AddMinutes(15).AddMilliseconds(-1)));
        Assert.Equal(RequestFate.Expired, requests[0].FateAt(made.AddMinutes(15)));
        Assert.Equal(RequestFate.Approved, requests[^1].FateAt(made.AddDays(1)));

        // What comes after its time did not end it.
        _rounds.Clock.Advance(TimeSpan.FromMinutes(16));
        await caller.TripAsync("MSFT", Command.Valid());
        var late = (await AllAsync()).First(happened => happened.Kind is LedgerEventKind.ResetRequested);
        Assert.Equal(RequestFate.Expired, late.FateAt(_rounds.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task Pages_join_without_a_gap_and_keep_to_one_breaker()
    {
        await PlayAsync();
        var all = await AllAsync();

        var paged = new List<BreakerEvent>();
        while (await History.BeforeAsync(null, paged.LastOrDefault()?.Sequence, 2, Cancelled) is { Count: > 0 } page)
            paged.AddRange(page);
        var msft = await History.BeforeAsync(Msft, null, 100, Cancelled);

        Assert.Equal(all, paged);
        Assert.Equal(all.Where(happened => happened.Scope == Msft), msft);
        Assert.Empty(await History.BeforeAsync(Scope.Parse("NOTHING"), null, 100, Cancelled));
    }

    [Fact]
    public async Task A_timeline_begins_with_the_first_round_and_says_in_which_state_a_range_begins()
    {
        await PlayAsync();
        var changes = (await AllAsync()).Where(happened => happened is { Kind: LedgerEventKind.Changed } && happened.Scope == Msft)
            .Reverse().ToList();
        var end = _rounds.Clock.GetUtcNow().AddHours(1);

        var whole = await History.PastAsync(Msft, RoundDriver.FirstMoment.AddDays(-1), end, 100, Cancelled);
        var later = await History.PastAsync(Msft, changes[1].At, end, 100, Cancelled);
        var cut = await History.PastAsync(Msft, RoundDriver.FirstMoment.AddDays(-1), end, 1, Cancelled);

        Assert.Equal(changes.Select(change => (change.At, change.To, change.Version)),
            whole.Changes.Select(change => (change.At, (BreakerState?)change.To, (long?)change.Version)));
        var first = await _rounds.Host.Get<IRoundHistory>().FindAsync(new RoundNumber(1), Cancelled);
        Assert.Equal(first!.Slot.Instant, whole.KnownSince);
        Assert.Equal(whole.Changes, later.Changes);
        Assert.False(whole.IsCut);
        Assert.True(cut.IsCut);
        Assert.Equal(whole.Changes[^1], Assert.Single(cut.Changes));
        Assert.Null((await History.PastAsync(Scope.Parse("NOTHING"), RoundDriver.FirstMoment, end, 9, Cancelled)).KnownSince);
    }

    [Fact]
    public async Task Refusals_that_were_summed_up_are_listed_without_a_breaker()
    {
        using var auditor = await ApiCaller.SignInAsync(_rounds.Host, "auditor@aura.demo");
        for (int i = 0; i <= RefusalWindow.MostEntries; i++)
            await auditor.TripAsync("GOLD", Command.Valid());
        _rounds.Clock.Advance(TimeSpan.FromMinutes(2));
        await _rounds.RunAsync(2);

        var summed = (await AllAsync()).Single(happened => happened.Kind is LedgerEventKind.RefusalsSummarised);

        Assert.Null(summed.Scope);
        Assert.StartsWith("1 more commands of ", summed.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ledger_that_does_not_hold_is_a_change_of_SYSTEM()
    {
        await _rounds.RunAsync(1);
        await _rounds.Host.Get<RiskEngine>().RecordAsync(new Notice.LedgerDamaged(1, "a test says so"));

        var halted = Assert.Single(await History.BeforeAsync(Scope.System, null, 10, Cancelled));

        Assert.Equal((BreakerState.Closed, BreakerState.Open, 2L), (halted.From, halted.To, halted.Version));
        Assert.Equal(BreakerCause.LedgerVerification, halted.Cause);
        Assert.Equal("The ledger does not hold at entry 1: a test says so", halted.Words);
    }

    /// <summary>As a version does that does not know the table: it stays empty, and so does the mark.</summary>
    [Fact]
    public async Task Entries_of_an_earlier_version_are_caught_up_at_the_next_start()
    {
        await PlayAsync();
        var before = await AllAsync();
        var rules = await _rounds.Host.Get<IRuleSetHistory>().LatestAsync(10, Cancelled);
        await using (var context = await _rounds.Host.Get<IDbContextFactory<AuraDbContext>>().CreateDbContextAsync(Cancelled))
        {
            await context.Database.ExecuteSqlRawAsync("""DELETE FROM "LedgerEvents" """, Cancelled);
            await context.Database.ExecuteSqlRawAsync("""UPDATE "States" SET "EventsTo" = 0""", Cancelled);
        }

        await _rounds.RunAsync(1);
        Assert.Empty(await AllAsync());
        var clock = _rounds.Clock;
        _rounds.Dispose();
        _rounds = Start(clock);

        Assert.Equal(before, await AllAsync());
        Assert.Equal(rules, await _rounds.Host.Get<IRuleSetHistory>().LatestAsync(10, Cancelled));
    }

    [Fact]
    public async Task Every_time_that_rules_came_into_force_is_known()
    {
        await _rounds.RunAsync(2);
        var first = _rounds.Host.Get<RuleSet>().ToDigest();
        var clock = _rounds.Clock;
        _rounds.Dispose();
        _rounds = _database.Start(host => Arrange(host).With("Breaker:HalfOpenRounds", "2"), clock);
        var second = _rounds.Host.Get<RuleSet>().ToDigest();
        await _rounds.RunAsync(1);
        _rounds.Dispose();
        _rounds = Start(clock);

        var adoptions = await _rounds.Host.Get<IRuleSetHistory>().LatestAsync(10, Cancelled);

        Assert.Equal([(first, 4L), (second, 3L), (first, 1L)],
            adoptions.Select(adoption => (adoption.RuleSet, adoption.FirstRound.Value)));
        Assert.All(adoptions, adoption => Assert.NotNull(adoption.Sequence));
        Assert.Equal(adoptions.Take(2), await _rounds.Host.Get<IRuleSetHistory>().LatestAsync(2, Cancelled));
    }

    private static AuraHost Arrange(AuraHost host) =>
        host.With("Market:Scenario", "extreme-gold").With("Breaker:ApprovalsRequired", "2");

    private RoundDriver Start(Microsoft.Extensions.Time.Testing.FakeTimeProvider? clock = null) =>
        _database.Start(host => Arrange(host), clock);

    private Task<IReadOnlyList<BreakerEvent>> AllAsync() => History.BeforeAsync(null, null, 100, Cancelled);

    // GOLD opens by itself. MSFT: tripped, tripped again, reset with approval, tripped, asked for and declined.
    private async Task PlayAsync()
    {
        using var caller = await ApiCaller.SignInAsync(_rounds.Host);
        using var officer = await ApiCaller.SignInAsync(_rounds.Host, "compliance@aura.demo");
        using var auditor = await ApiCaller.SignInAsync(_rounds.Host, "auditor@aura.demo");
        await _rounds.RunAsync(5);
        await caller.TripAsync("MSFT", Command.Valid());
        await caller.TripAsync("MSFT", Command.Valid());
        _rounds.Clock.Advance(CoolDown);
        var request = Command.Valid(2);
        await caller.ResetAsync("MSFT", request);
        await officer.PostAsync($"breakers/MSFT/requests/{request.CommandId}/approve", Command.Valid(2));
        await caller.TripAsync("MSFT", Command.Valid());
        _rounds.Clock.Advance(CoolDown);
        var second = Command.Valid(4);
        await caller.ResetAsync("MSFT", second);
        await officer.PostAsync($"breakers/MSFT/requests/{second.CommandId}/decline", Command.Valid(4));
        await auditor.TripAsync("SYSTEM", Command.Valid());
    }
}

public sealed class SqliteBreakerHistoryTests() : BreakerHistoryTests(TestDatabase.Sqlite);

public sealed class PostgresBreakerHistoryTests() : BreakerHistoryTests(TestDatabase.Postgres);
