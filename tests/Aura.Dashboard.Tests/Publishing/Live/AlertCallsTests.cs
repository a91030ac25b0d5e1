using Aura.Dashboard.Publishing.Live;
using Aura.Engine.Canon;
using Aura.Engine.Publishing.Alerts;

namespace Aura.Dashboard.Tests.Publishing.Live;

public sealed class AlertCallsTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);
    private readonly AlertCalls _calls = new();

    [Fact]
    public void An_incident_is_told_once_when_it_begins_and_once_when_nobody_answers()
    {
        var book = Book(Incident());

        Assert.Equal([IncidentStatus.Triggered], News(book, 0));
        Assert.Empty(News(book, 4));
        Assert.Equal([IncidentStatus.Escalated], News(book, 5));
        Assert.Empty(News(book, 6));
    }

    [Fact]
    public void What_is_silenced_calls_nobody_until_the_silence_ends()
    {
        var silence = new AlertSilence(
            Guid.Empty, Scope.System, AlertKind.RoundsMissing, "7f0c", "We move the machine.", Start, Start.AddMinutes(2));
        var book = Book(Incident()) with { Silences = [silence] };

        Assert.Empty(News(book, 1));
        Assert.Equal([IncidentStatus.Triggered], News(book, 2));
    }

    [Fact]
    public void What_was_answered_calls_again_when_the_answer_expires()
    {
        var answer = new Acknowledgement(Guid.Empty, "7f0c", "I look at the host.", Start, Start.AddMinutes(15));
        var book = Book(Incident());
        Assert.Single(News(book, 0));

        Assert.Empty(News(Book(Incident() with { Acknowledged = answer }), 1));
        Assert.Equal([IncidentStatus.Triggered], News(book with { Open = [Incident() with { UnansweredSince = Start.AddMinutes(15) }] }, 15));
    }

    private static Incident Incident() =>
        new(1, Scope.System, AlertKind.RoundsMissing, null, "Two slots were missed.", Start, null, Start, Start, 0);

    private static AlertBook Book(Incident incident) => new(1, [incident], []);

    private IEnumerable<IncidentStatus> News(AlertBook book, int minutes) =>
        _calls.News(book, AlertRules.Default, Start.AddMinutes(minutes)).Select(raised => raised.Status);
}
