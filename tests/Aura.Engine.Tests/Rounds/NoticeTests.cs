using Aura.Engine.Audit;
using Aura.Engine.Canon;
using Aura.Engine.Rounds;
using Aura.Testing;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Aura.Engine.Tests.Rounds;

public sealed class NoticeTests : IDisposable
{
    private static readonly RuleSet Rules = A.RuleSet().Build();
    private static readonly RuleSet Changed = A.RuleSet().WithBreaker(rules => rules with { HalfOpenRounds = 5 }).Build();

    private readonly MemoryRoundStore _store = new();
    private readonly RecordingPublisher _publisher = new();
    private readonly FakeTimeProvider _time = new(Standard.Start);
    private readonly RiskEngine _engine;

    public NoticeTests() => _engine = new RiskEngine(_store, new RulesInForce(Rules), _publisher, _time);

    public static TheoryData<string> Kinds => [.. Examples.Keys];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private static Dictionary<string, Notice> Examples { get; } = new(StringComparer.Ordinal)
    {
        ["3 slots from 2025-06-05T19:00:05.000Z to 2025-06-05T19:00:15.000Z were missed: nothing ran at that time."] =
            new Notice.SlotsMissed(SlotOf(2), SlotOf(4), 3),
        ["The slot 2025-06-05T19:00:05.000Z was missed: nothing ran at that time."] =
            new Notice.SlotsMissed(SlotOf(2), SlotOf(2), 1),
        ["The slot 2025-06-05T19:00:05.000Z, claimed for round 2, was abandoned: its claim ran out without a commit."] =
            new Notice.SlotAbandoned(SlotOf(2), new RoundNumber(2), SlotAbandonment.LeaseOver),
        ["The slot 2025-06-05T19:00:05.000Z, claimed for round 2, was abandoned: the host stopped while gathering."] =
            new Notice.SlotAbandoned(SlotOf(2), new RoundNumber(2), SlotAbandonment.Stopped),
        ["The slot 2025-06-05T19:00:05.000Z, claimed for round 2, failed with IOException."] =
            new Notice.SlotFailed(SlotOf(2), new RoundNumber(2), "IOException"),
        ["7 more commands of operator-1 were refused from 2025-06-05T19:00:00.000Z to 2025-06-05T19:00:59.000Z."] =
            new Notice.RefusalsSummarised("operator-1", Standard.Start, Standard.Start.AddSeconds(59), 7),
        [$"The ledger begins under the rule set {Rules.ToDigest()}."] =
            new Notice.RuleSetChanged(null, Rules.ToDigest()),
        [$"The rule set {Changed.ToDigest()} takes the place of {Rules.ToDigest()} from the next round on."] =
            new Notice.RuleSetChanged(Rules.ToDigest(), Changed.ToDigest()),
    };

    public void Dispose() => _engine.Dispose();

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_notice_says_what_happened_and_is_read_back_to_the_same_bytes(string sentence)
    {
        var evidence = new NoticeEvidence(Examples[sentence], Standard.Start);

        Assert.Equal(sentence, evidence.Notice.Sentence);
        var read = NoticeEvidence.Parse(evidence.ToBytes());
        Assert.Equal(evidence.Notice, read.Notice);
        Assert.Equal(evidence.ToBytes(), read.ToBytes());
    }

    [Fact]
    public void A_notice_of_an_unknown_kind_is_refused() =>
        Assert.Throws<FormatException>(() => NoticeEvidence.Parse(
            """{"at":"2025-06-05T19:00:00.000Z","notice":{"kind":"surprise"},"schema":"aura.notice/1"}"""u8));

    [Fact]
    public async Task The_first_entry_of_a_ledger_names_its_rule_set()
    {
        await _engine.AdoptRulesAsync(Cancelled);

        var commit = Assert.IsType<Commit.OfNotice>(Assert.Single(_store.Commits));
        Assert.Equal(new Notice.RuleSetChanged(null, Rules.ToDigest()), commit.Notice);
        Assert.Equal(
            (1, EntryKind.Notice, Rules.ToDigest(), null),
            (commit.Entry.Entry.Sequence, commit.Entry.Entry.Kind, commit.Entry.Entry.Configuration, commit.Entry.Entry.Outcome));
        Assert.Equal(Rules.ToDigest(), _store.State.Configuration);
    }

    [Fact]
    public async Task A_start_under_the_same_rule_set_records_nothing()
    {
        await _engine.AdoptRulesAsync(Cancelled);
        await _engine.AdoptRulesAsync(Cancelled);

        Assert.Single(_store.Commits);
    }

    [Fact]
    public async Task A_start_under_another_rule_set_names_old_and_new()
    {
        await _engine.AdoptRulesAsync(Cancelled);
        using var changed = new RiskEngine(_store, new RulesInForce(Changed), _publisher, _time);
        await changed.AdoptRulesAsync(Cancelled);

        var commit = Assert.IsType<Commit.OfNotice>(_store.Commits[^1]);
        Assert.Equal(new Notice.RuleSetChanged(Rules.ToDigest(), Changed.ToDigest()), commit.Notice);
        Assert.Equal(Changed.ToDigest(), commit.Entry.Entry.Configuration);
    }

    [Fact]
    public async Task Ten_refusals_within_a_minute_have_entries_and_the_others_are_summarised_after_it()
    {
        for (int i = 1; i <= 25; i++)
        {
            await RefuseAsync(i, "auditor-1");
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(10, _store.Commits.Length);
        await _engine.SettleAsync(SlotOf(1), Standard.SlotsBetween, Cancelled);
        Assert.Equal(10, _store.Commits.Length);

        // The eleventh came ten seconds after the first; a minute after it the sum is due.
        _time.SetUtcNow(Standard.Start.AddSeconds(70));
        await _engine.SettleAsync(SlotOf(1), Standard.SlotsBetween, Cancelled);

        var commit = Assert.IsType<Commit.OfNotice>(_store.Commits[^1]);
        Assert.Equal(
            new Notice.RefusalsSummarised("auditor-1", Standard.Start.AddSeconds(10), Standard.Start.AddSeconds(24), 15),
            commit.Notice);
        await _engine.SettleAsync(SlotOf(1), Standard.SlotsBetween, Cancelled);
        Assert.Equal(11, _store.Commits.Length);
    }

    [Fact]
    public async Task A_summarised_refusal_has_its_answer_like_any_other()
    {
        for (int i = 1; i <= 11; i++)
            await RefuseAsync(i, "auditor-1");

        var again = await RefuseAsync(11, "auditor-1");

        Assert.Equal(CommandStatus.Refused, again.Status);
        Assert.Equal(10, _store.Commits.Length);
    }

    [Fact]
    public async Task Refusals_of_one_actor_do_not_hide_those_of_another()
    {
        for (int i = 1; i <= 11; i++)
            await RefuseAsync(i, "auditor-1");
        await RefuseAsync(12, "auditor-2");

        Assert.Equal(11, _store.Commits.Length);
    }

    [Fact]
    public async Task After_a_minute_an_actor_has_entries_again()
    {
        for (int i = 1; i <= 11; i++)
            await RefuseAsync(i, "auditor-1");
        _time.Advance(TimeSpan.FromMinutes(1));
        await RefuseAsync(12, "auditor-1");

        Assert.Equal(11, _store.Commits.Length);
    }

    [Fact]
    public async Task A_trip_is_never_summarised_away()
    {
        for (int i = 1; i <= 40; i++)
            await RefuseAsync(i, "operator-1");
        await _engine.SubmitAsync(A.Command().WithId(41).Build(), Cancelled);

        Assert.Equal(Aura.Engine.Breaker.BreakerState.Isolated, _store.State.BreakerOf(Scope.System).State);
    }

    // A reset of a closed breaker: refused whoever asks.
    private async Task<CommandAnswer> RefuseAsync(int id, string actor) =>
        Assert.IsType<SubmitResult.Answered>(await _engine.SubmitAsync(
            A.Command().WithId(id).Reset(Scope.System).By(actor, ActorRole.Operator).Build(), Cancelled)).Answer;

    private static Slot SlotOf(long round) => Standard.SlotOf(new RoundNumber(round));
}
