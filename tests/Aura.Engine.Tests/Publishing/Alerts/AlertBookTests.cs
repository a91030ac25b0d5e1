using Aura.Engine.Canon;
using Aura.Engine.Publishing.Alerts;
using Aura.Testing;
using Xunit;

namespace Aura.Engine.Tests.Publishing.Alerts;

/// <summary>Incidents from their beginning to their end, without rounds around them: time is a number here.</summary>
public sealed class AlertBookTests
{
    private static readonly AlertRules Rules = AlertRules.Default;
    private static readonly DateTimeOffset Start = Standard.Start;

    [Fact]
    public void However_often_a_cause_is_seen_it_is_one_incident_of_its_breaker()
    {
        var book = After(AlertBook.Empty, 0, Dispersed(Standard.GoldScope)).Book;
        book = After(book, 5, Dispersed(Standard.GoldScope)).Book;
        book = After(book, 10, Dispersed(Standard.GoldScope), Dispersed(Standard.MsftScope)).Book;

        Assert.Equal([(1, Standard.GoldScope), (2, Standard.MsftScope)], book.Open.Select(incident => (incident.Number, incident.Scope)));
        Assert.Equal((Start, Start.AddSeconds(10)), (book.Open[0].TriggeredAt, book.Open[0].LastAt));
    }

    [Fact]
    public void Vendors_are_told_apart_by_their_names()
    {
        var book = After(AlertBook.Empty, 0, Suspended("AlphaVantage"), Suspended("Finnhub")).Book;

        var (next, changes) = After(book, 5, Suspended("Finnhub") with { IsActive = false, IsOver = true });

        Assert.Equal("AlphaVantage", Assert.Single(next.Open).Subject);
        Assert.Equal((IncidentStep.Resolved, "Finnhub"), (Assert.Single(changes).Step, changes[0].Incident.Subject));
    }

    [Fact]
    public void A_tier_is_over_after_three_calm_rounds_in_a_row_and_what_lingers_starts_the_count_anew()
    {
        var book = After(AlertBook.Empty, 0, Dispersed(Standard.GoldScope)).Book;
        AlertCondition[] seen = [Calm, Calm, Lingering, Calm, Calm];
        foreach (var condition in seen)
            book = After(book, 5, condition).Book;
        Assert.Equal(2, Assert.Single(book.Open).CalmRounds);

        Assert.Empty(After(book, 10, Calm).Book.Open);
    }

    [Fact]
    public void Calm_is_counted_in_rounds_and_by_nothing_else()
    {
        var book = After(AlertBook.Empty, 0, Dispersed(Standard.GoldScope)).Book;
        for (int i = 0; i < 5; i++)
            book = book.After([Calm], null, Start, Rules).Book;

        Assert.Single(book.Open);
    }

    [Theory]
    [InlineData(299, IncidentStatus.Triggered)]
    [InlineData(300, IncidentStatus.Escalated)]
    public void Who_is_called_and_does_not_answer_for_five_minutes_is_passed_over(int seconds, IncidentStatus expected)
    {
        var book = After(AlertBook.Empty, 0, Tripped(Standard.GoldScope)).Book;

        Assert.Equal(expected, Status(book, seconds));
        var (_, changes) = After(book, seconds, Tripped(Standard.GoldScope));
        Assert.Equal(expected is IncidentStatus.Escalated ? [IncidentStep.Escalated] : [], changes.Select(change => change.Step));
    }

    [Fact]
    public void An_acknowledgement_counts_for_a_quarter_of_an_hour_and_then_it_calls_again()
    {
        var book = Acknowledged(After(AlertBook.Empty, 0, Tripped(Standard.GoldScope)).Book, 60);

        Assert.Equal(IncidentStatus.Acknowledged, Status(book, 60 + 899));
        Assert.Equal(IncidentStatus.Triggered, Status(book, 60 + 900));
        Assert.Equal(IncidentStatus.Triggered, Status(book, 60 + 900 + 299));
        Assert.Equal(IncidentStatus.Escalated, Status(book, 60 + 900 + 300));

        var (next, changes) = After(book, 60 + 900, Tripped(Standard.GoldScope));
        Assert.Equal(IncidentStep.AcknowledgementExpired, Assert.Single(changes).Step);
        Assert.Equal((null, Start.AddSeconds(960)), (next.Open[0].Acknowledged, next.Open[0].UnansweredSince));
    }

    [Fact]
    public void An_answer_after_an_escalation_lets_it_escalate_once_more()
    {
        var book = After(AlertBook.Empty, 0, Tripped(Standard.GoldScope)).Book;
        book = After(book, 300, Tripped(Standard.GoldScope)).Book;
        book = Acknowledged(book, 310);
        Assert.Null(book.Open[0].EscalatedAt);

        var (_, changes) = After(book, 310 + 900 + 300, Tripped(Standard.GoldScope));

        Assert.Equal([IncidentStep.AcknowledgementExpired, IncidentStep.Escalated], changes.Select(change => change.Step));
    }

    [Fact]
    public void A_halted_breaker_keeps_what_it_covers_from_calling_and_gives_it_back()
    {
        var gold = After(AlertBook.Empty, 0, Dispersed(Standard.GoldScope), Dispersed(Standard.MsftScope), Tripped(Standard.GoldScope)).Book;
        Assert.Equal([IncidentStatus.Inhibited, IncidentStatus.Triggered, IncidentStatus.Triggered], Statuses(gold, 1));

        var system = After(gold, 5, Tripped(Scope.System)).Book;
        Assert.Equal(
            [IncidentStatus.Inhibited, IncidentStatus.Inhibited, IncidentStatus.Triggered, IncidentStatus.Triggered], Statuses(system, 6));

        var again = After(gold, 5, Tripped(Standard.GoldScope) with { IsActive = false, IsOver = true }).Book;
        Assert.Equal([IncidentStatus.Triggered, IncidentStatus.Triggered], Statuses(again, 6));
    }

    [Fact]
    public void What_is_silenced_calls_nobody_until_the_end_and_a_breaker_that_tripped_is_never_silenced()
    {
        var book = After(AlertBook.Empty, 0, Dispersed(Standard.GoldScope), Dispersed(Standard.MsftScope)).Book
            .Silence(Silence(AlertKind.HighDispersion, 600));
        Assert.Equal([IncidentStatus.Silenced, IncidentStatus.Escalated], Statuses(book, 599));
        Assert.Equal([IncidentStatus.Escalated, IncidentStatus.Escalated], Statuses(book, 600));
        Assert.Empty(After(book, 600, Calm).Book.Silences);

        var tripped = After(AlertBook.Empty, 0, Tripped(Standard.GoldScope)).Book.Silence(Silence(AlertKind.BreakerTripped, 600));
        Assert.Equal([IncidentStatus.Triggered], Statuses(tripped, 10));
    }

    [Fact]
    public void A_silence_that_is_ended_lets_it_call_at_once()
    {
        var silence = Silence(AlertKind.HighDispersion, 600);
        var book = After(AlertBook.Empty, 0, Dispersed(Standard.GoldScope)).Book.Silence(silence);

        Assert.Equal([IncidentStatus.Triggered], Statuses(book.EndSilence(silence), 10));
    }

    [Fact]
    public void Numbers_are_never_given_twice_and_every_decision_is_a_newer_version()
    {
        var first = After(AlertBook.Empty, 0, Tripped(Standard.GoldScope)).Book;
        var over = After(first, 5, Tripped(Standard.GoldScope) with { IsActive = false, IsOver = true }).Book;
        var second = After(over, 10, Tripped(Standard.GoldScope)).Book;

        Assert.Equal(2, Assert.Single(second.Open).Number);
        Assert.Equal([1L, 2L, 3L], new[] { first.Version, over.Version, second.Version });
        Assert.Equal(0, After(AlertBook.Empty, 0, Calm).Book.Version);
    }

    private static AlertCondition Calm { get; } =
        new(Standard.GoldScope, AlertKind.HighDispersion, IsActive: false, IsOver: true, string.Empty);

    private static AlertCondition Lingering => Calm with { IsOver = false };

    private static AlertCondition Dispersed(Scope scope) =>
        new(scope, AlertKind.HighDispersion, IsActive: true, IsOver: false, "Dispersed by 6 %.");

    private static AlertCondition Tripped(Scope scope) =>
        new(scope, AlertKind.BreakerTripped, IsActive: true, IsOver: false, "Halted.");

    private static AlertCondition Suspended(string vendor) =>
        new(Scope.System, AlertKind.VendorSuspended, IsActive: true, IsOver: false, "Asked no more.") { Subject = vendor };

    private static AlertSilence Silence(AlertKind kind, int seconds) => new(
        CommandBuilder.IdOf(1), Standard.GoldScope, kind, "compliance-1", "Known and looked at.", Start, Start.AddSeconds(seconds));

    private static (AlertBook Book, System.Collections.Immutable.ImmutableArray<IncidentChange> Changes) After(
        AlertBook book, int seconds, params AlertCondition[] conditions) =>
        book.After(conditions, new RoundNumber(1), Start.AddSeconds(seconds), Rules);

    private static AlertBook Acknowledged(AlertBook book, int seconds)
    {
        var at = Start.AddSeconds(seconds);
        return book.Acknowledge(
            book.Open[0], new Acknowledgement(CommandBuilder.IdOf(2), "compliance-1", "I look at it now.", at, at + Rules.AcknowledgedFor)).Book;
    }

    private static IncidentStatus Status(AlertBook book, int seconds) => Statuses(book, seconds)[0];

    private static IncidentStatus[] Statuses(AlertBook book, int seconds) =>
        [.. book.Open.Select(incident => book.StatusOf(incident, Start.AddSeconds(seconds), Rules))];
}
