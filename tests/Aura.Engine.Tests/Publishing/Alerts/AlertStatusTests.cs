using System.Text;
using Aura.Engine.Canon;
using Aura.Engine.Publishing.Alerts;
using Aura.Testing;
using Xunit;

namespace Aura.Engine.Tests.Publishing.Alerts;

/// <summary>How an incident stands when several things could be said of it, and what is written down about it.</summary>
public sealed class AlertStatusTests
{
    private static readonly AlertRules Rules = AlertRules.Default;
    private static readonly DateTimeOffset Start = Standard.Start;

    [Fact]
    public void Who_takes_it_on_comes_before_a_silence_a_silence_before_a_wider_incident_and_that_before_a_call()
    {
        var book = Book(Dispersed(Standard.GoldScope), Tripped(Standard.GoldScope));
        book = Acknowledged(book, 0, 0).Silence(Silence(Standard.GoldScope, AlertKind.HighDispersion, 960));

        Assert.Equal(IncidentStatus.Acknowledged, Status(book, 899));
        Assert.Equal(IncidentStatus.Silenced, Status(book, 900));
        Assert.Equal(IncidentStatus.Inhibited, Status(book, 960));

        var reset = After(book, 960, Over(Tripped(Standard.GoldScope))).Book;
        // Nobody has answered since the acknowledgement ran out at 900.
        Assert.Equal(IncidentStatus.Triggered, Status(reset, 1_199));
        Assert.Equal(IncidentStatus.Escalated, Status(reset, 1_200));
        Assert.Equal(IncidentStatus.Resolved, reset.StatusOf(reset.Open[0] with { ResolvedAt = Start }, Start, Rules));
    }

    [Fact]
    public void An_escalation_is_said_once_and_only_of_what_calls()
    {
        var book = Book(Tripped(Standard.GoldScope), Dispersed(Standard.GoldScope), Suspended("Finnhub"), Dispersed(Standard.MsftScope));
        book = Acknowledged(book, 3, 200).Silence(Silence(Scope.System, AlertKind.VendorSuspended, 10_000));

        var (once, changes) = After(book, 400);
        var (_, again) = After(once, 405);

        Assert.Equal([(IncidentStep.Escalated, 1L)], changes.Select(change => (change.Step, change.Incident.Number)));
        Assert.Equal([Start.AddSeconds(400), null, null, null], once.Open.Select(incident => incident.EscalatedAt));
        Assert.Empty(again);
    }

    [Fact]
    public void A_second_answer_takes_the_place_of_the_first_and_counts_from_its_own_moment()
    {
        var book = Acknowledged(Acknowledged(Book(Tripped(Standard.GoldScope)), 0, 0), 0, 600, "compliance-2");

        Assert.Equal("compliance-2", book.Open[0].Acknowledged?.ActorId);
        Assert.Equal(IncidentStatus.Acknowledged, Status(book, 1_499));
        Assert.Equal(IncidentStatus.Triggered, Status(book, 1_500));
    }

    [Fact]
    public void A_silence_concerns_one_kind_at_one_breaker()
    {
        var book = Book(Dispersed(Standard.GoldScope), Dispersed(Standard.MsftScope), Undecided(Standard.GoldScope))
            .Silence(Silence(Standard.GoldScope, AlertKind.HighDispersion, 600));

        Assert.Equal([IncidentStatus.Silenced, IncidentStatus.Triggered, IncidentStatus.Triggered], Statuses(book, 1));
    }

    [Fact]
    public void Of_two_silences_the_longer_one_counts_and_what_is_over_is_forgotten()
    {
        var book = Book(Dispersed(Standard.GoldScope))
            .Silence(Silence(Standard.GoldScope, AlertKind.HighDispersion, 100))
            .Silence(Silence(Standard.GoldScope, AlertKind.HighDispersion, 200));

        Assert.Equal(IncidentStatus.Silenced, Status(book, 199));
        Assert.Equal(Start.AddSeconds(200), Assert.Single(After(book, 100).Book.Silences).Until);
        Assert.Equal(IncidentStatus.Silenced, Status(book.EndSilence(book.Silences[0]), 150));
    }

    // A breaker that tripped is somebody's to reset, whatever else is halted.
    [Theory]
    [InlineData("SYSTEM", "GOLD", AlertKind.HighDispersion, true)]
    [InlineData("SYSTEM", "GOLD", AlertKind.NoDecision, true)]
    [InlineData("SYSTEM", "GOLD", AlertKind.BreakerTripped, false)]
    [InlineData("SYSTEM", "SYSTEM", AlertKind.RoundsMissing, false)]
    [InlineData("SYSTEM", "SYSTEM", AlertKind.VendorSuspended, false)]
    [InlineData("GOLD", "GOLD", AlertKind.NoDecision, true)]
    [InlineData("GOLD", "MSFT", AlertKind.HighDispersion, false)]
    [InlineData("GOLD", "SYSTEM", AlertKind.NoDecision, false)]
    public void What_a_halted_breaker_covers_is_inhibited(string halted, string scope, AlertKind kind, bool isInhibited)
    {
        var book = Book(Active(Scope.Parse(scope), kind), Tripped(Scope.Parse(halted)));

        Assert.Equal(isInhibited ? IncidentStatus.Inhibited : IncidentStatus.Triggered, Status(book, 1));
    }

    [Fact]
    public void Only_a_tripped_breaker_inhibits() =>
        Assert.Equal(
            [IncidentStatus.Triggered, IncidentStatus.Triggered], Statuses(Book(Undecided(Standard.GoldScope), Dispersed(Standard.GoldScope)), 1));

    [Fact]
    public void What_nobody_looked_at_stays_as_it_is_but_its_answers_run_out()
    {
        var book = Acknowledged(Book(Suspended("Finnhub")), 0, 0);

        var (next, changes) = After(book, 900);

        Assert.Equal(IncidentStep.AcknowledgementExpired, Assert.Single(changes).Step);
        Assert.Equal((Start, Start.AddSeconds(900)), (next.Open[0].LastAt, next.Open[0].UnansweredSince));
    }

    // Who holds a copy takes only newer ones: a book that began anew at 1 would be kept out for as many decisions as the
    // silence had lasted, and with it the first incident.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_book_in_which_nothing_but_a_silence_ever_was_does_not_begin_anew_after_it(bool isEnded)
    {
        var silence = Silence(Standard.GoldScope, AlertKind.HighDispersion, 10);
        var book = AlertBook.Empty.Silence(silence);
        book = After(book, 5).Book;
        if (isEnded)
            book = book.EndSilence(silence);
        long silenced = book.Version;

        book = After(book, 10).Book;
        Assert.False(book.IsBlank);
        book = After(book, 15, Tripped(Standard.GoldScope)).Book;

        Assert.Equal(silenced + 2, book.Version);
    }

    [Fact]
    public void An_incident_is_read_back_to_the_same_bytes_and_writes_only_what_happened()
    {
        var fresh = Book(Suspended("Finnhub")).Open[0];
        var full = Acknowledged(Book(Suspended("Finnhub")), 0, 5).Open[0] with { EscalatedAt = Start.AddSeconds(3), ResolvedAt = Start.AddSeconds(9) };

        foreach (var incident in (Incident[])[fresh, full])
        {
            Assert.Equal(incident, Incident.Parse(incident.ToBytes()));
            Assert.Equal(incident.ToBytes(), Incident.Parse(incident.ToBytes()).ToBytes());
        }

        string text = Encoding.UTF8.GetString(fresh.ToBytes());
        Assert.All((string[])["acknowledged", "escalatedAt", "resolvedAt"], key => Assert.DoesNotContain(key, text, StringComparison.Ordinal));
    }

    private static AlertCondition Active(Scope scope, AlertKind kind) => new(scope, kind, IsActive: true, IsOver: false, "Arranged.");

    private static AlertCondition Dispersed(Scope scope) => Active(scope, AlertKind.HighDispersion);

    private static AlertCondition Undecided(Scope scope) => Active(scope, AlertKind.NoDecision);

    private static AlertCondition Tripped(Scope scope) => Active(scope, AlertKind.BreakerTripped);

    private static AlertCondition Suspended(string vendor) => Active(Scope.System, AlertKind.VendorSuspended) with { Subject = vendor };

    private static AlertCondition Over(AlertCondition condition) => condition with { IsActive = false, IsOver = true };

    private static AlertSilence Silence(Scope scope, AlertKind kind, int until) => new(
        CommandBuilder.IdOf(until), scope, kind, "compliance-1", "Known and looked at.", Start, Start.AddSeconds(until));

    private static AlertBook Book(params AlertCondition[] conditions) => After(AlertBook.Empty, 0, conditions).Book;

    private static (AlertBook Book, IReadOnlyList<IncidentChange> Changes) After(AlertBook book, int seconds, params AlertCondition[] conditions)
    {
        var (next, changes) = book.After(conditions, new RoundNumber(1), Start.AddSeconds(seconds), Rules);
        return (next, changes);
    }

    private static AlertBook Acknowledged(AlertBook book, int incident, int seconds, string actor = "compliance-1")
    {
        var at = Start.AddSeconds(seconds);
        return book.Acknowledge(
            book.Open[incident], new Acknowledgement(CommandBuilder.IdOf(2), actor, "I look at it now.", at, at + Rules.AcknowledgedFor)).Book;
    }

    private static IncidentStatus Status(AlertBook book, int seconds) => Statuses(book, seconds)[0];

    private static IncidentStatus[] Statuses(AlertBook book, int seconds) =>
        [.. book.Open.Select(incident => book.StatusOf(incident, Start.AddSeconds(seconds), Rules))];
}
