using Aura.Engine.Publishing.Alerts;

namespace Aura.Dashboard.Publishing.Live;

/// <summary>
/// Whom incidents call, once each: when one begins to call, and again when nobody has answered it. By what the book says
/// now, whichever decisions led to it. What is silenced or inhibited calls nobody, and is told should that end.
/// </summary>
internal sealed class AlertCalls
{
    private readonly Dictionary<long, IncidentStatus> _told = [];

    /// <summary>What calls and has not been told.</summary>
    public IReadOnlyList<FeedEvent.AlertRaised> News(AlertBook book, AlertRules rules, DateTimeOffset now)
    {
        var news = new List<FeedEvent.AlertRaised>();
        foreach (var incident in book.Open)
        {
            var status = book.StatusOf(incident, now, rules);
            if (status is IncidentStatus.Triggered or IncidentStatus.Escalated
                && (!_told.TryGetValue(incident.Number, out var told) || told != status))
                news.Add(new FeedEvent.AlertRaised(incident, status));
            // Quiet for a while is not answered: with the old word kept, the end of a silence is no news of its own.
            if (status is not (IncidentStatus.Silenced or IncidentStatus.Inhibited))
                _told[incident.Number] = status;
        }

        foreach (long over in _told.Keys.Where(number => book.Find(number) is null).ToList())
            _told.Remove(over);
        return news;
    }
}
