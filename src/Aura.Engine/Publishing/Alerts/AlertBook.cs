using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Aura.Engine.Canon;

namespace Aura.Engine.Publishing.Alerts;

/// <summary>The incidents that last, and what is silenced. What is over is found in the ledger.</summary>
/// <param name="LastNumber">The number of the latest incident.</param>
/// <param name="Open">Sorted by number.</param>
/// <param name="Silences">Sorted by their beginning.</param>
public sealed record AlertBook(
    long LastNumber, ImmutableArray<Incident> Open, ImmutableArray<AlertSilence> Silences)
{
    /// <summary>Rises with every decision about the book: of two copies the one with the higher version is newer.</summary>
    public long Version { get; init; }

    /// <summary>When people last practised, UTC; null, and not written, before the first time.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? LastDrillAt { get; init; }

    /// <summary>Before the first incident.</summary>
    public static AlertBook Empty { get; } = new(0, [], []);

    /// <summary>Nothing is open or silenced, and nothing ever was.</summary>
    [JsonIgnore]
    public bool IsBlank => Version == 0 && LastNumber == 0 && Silences.IsEmpty;

    /// <summary>The incident of a number; null when it is over or never was.</summary>
    public Incident? Find(long number) => Open.FirstOrDefault(incident => incident.Number == number);

    /// <summary>How an incident stands, also between two rounds: time passes without anybody deciding it.</summary>
    public IncidentStatus StatusOf(Incident incident, DateTimeOffset now, AlertRules rules) => incident switch
    {
        { ResolvedAt: not null } => IncidentStatus.Resolved,
        _ when incident.IsAcknowledgedAt(now) => IncidentStatus.Acknowledged,
        _ when IsSilenced(incident, now) => IncidentStatus.Silenced,
        _ when IsInhibited(incident) => IncidentStatus.Inhibited,
        _ when now - incident.UnansweredAt(now) >= rules.EscalateAfter => IncidentStatus.Escalated,
        _ => IncidentStatus.Triggered,
    };

    /// <summary>The book after a moment at which some causes were looked at.</summary>
    /// <param name="conditions">How they stand. Incidents of other causes stay as they are.</param>
    /// <param name="round">The round that looked; null outside of rounds.</param>
    /// <param name="now">The moment, UTC.</param>
    /// <param name="rules">How long answers count.</param>
    public (AlertBook Book, ImmutableArray<IncidentChange> Changes) After(
        IEnumerable<AlertCondition> conditions, RoundNumber? round, DateTimeOffset now, AlertRules rules)
    {
        var changes = ImmutableArray.CreateBuilder<IncidentChange>();
        var looked = conditions.ToList();
        var book = this with { Silences = [.. Silences.Where(silence => now < silence.Until)] };
        var open = Open.Select(incident => looked.Find(incident.IsOf) is { } condition
            ? Seen(incident, condition, round is not null, now, rules)
            : incident).ToList();
        foreach (var over in open.Where(incident => incident.ResolvedAt is not null))
            changes.Add(new IncidentChange(IncidentStep.Resolved, over));

        book = book with { Open = [.. open.Where(incident => incident.ResolvedAt is null)] };
        foreach (var condition in looked.Where(condition => condition.IsActive && !Open.Any(incident => incident.IsOf(condition))))
        {
            var incident = new Incident(
                book.LastNumber + 1, condition.Scope, condition.Kind, condition.Subject, condition.Detail, now, round, now, now, 0);
            book = book with { LastNumber = incident.Number, Open = book.Open.Add(incident) };
            changes.Add(new IncidentChange(IncidentStep.Triggered, incident));
        }

        book = book with
        {
            Open = [.. book.Open.Select(incident => book.Aged(incident, now, rules, changes))],
            Version = book.IsBlank ? 0 : Version + 1,
        };
        return (book, changes.ToImmutable());
    }

    /// <summary>The book after somebody took an incident on.</summary>
    public (AlertBook Book, IncidentChange Change) Acknowledge(Incident incident, Acknowledgement answer)
    {
        var answered = incident with { Acknowledged = answer, EscalatedAt = null };
        return (
            this with
            {
                Open = [.. Open.Select(other => other.Number == incident.Number ? answered : other)],
                Version = Version + 1,
            },
            new IncidentChange(IncidentStep.Acknowledged, answered));
    }

    /// <summary>The book after somebody silenced something.</summary>
    public AlertBook Silence(AlertSilence silence) => this with
    {
        Silences = [.. Silences.Where(other => silence.At < other.Until), silence],
        Version = Version + 1,
    };

    /// <summary>The book after somebody ended a silence before its time.</summary>
    public AlertBook EndSilence(AlertSilence silence) =>
        this with { Silences = Silences.Remove(silence), Version = Version + 1 };

    private static Incident Seen(Incident incident, AlertCondition condition, bool isRound, DateTimeOffset now, AlertRules rules)
    {
        if (condition.IsActive)
            return incident with { LastAt = now, CalmRounds = 0 };
        if (!condition.IsOver)
            return incident with { CalmRounds = 0 };

        // Rounds are what calm is counted in; what needs one round only is over whenever it is seen to be.
        int needed = rules.CalmRoundsOf(incident.Kind);
        int calm = isRound ? incident.CalmRounds + 1 : incident.CalmRounds;
        return calm >= needed || needed == 1
            ? incident with { CalmRounds = calm, ResolvedAt = now }
            : incident with { CalmRounds = calm };
    }

    private Incident Aged(
        Incident incident, DateTimeOffset now, AlertRules rules, ImmutableArray<IncidentChange>.Builder changes)
    {
        if (incident.Acknowledged is { } answer && now >= answer.ExpiresAt)
        {
            incident = incident with { Acknowledged = null, UnansweredSince = answer.ExpiresAt };
            changes.Add(new IncidentChange(IncidentStep.AcknowledgementExpired, incident));
        }

        if (incident.EscalatedAt is null && StatusOf(incident, now, rules) is IncidentStatus.Escalated)
        {
            incident = incident with { EscalatedAt = now };
            changes.Add(new IncidentChange(IncidentStep.Escalated, incident));
        }

        return incident;
    }

    private bool IsSilenced(Incident incident, DateTimeOffset now) =>
        incident.Kind is not AlertKind.BreakerTripped
        && Silences.Any(silence => silence.Scope == incident.Scope && silence.Kind == incident.Kind && now < silence.Until);

    // A halted asset says all that its dispersion could say, and a halted system all that an asset could; a breaker that
    // tripped must be reset for itself and is never inhibited.
    private bool IsInhibited(Incident incident) =>
        incident.Kind is AlertKind.NoDecision or AlertKind.HighDispersion
        && Open.Any(wider => wider.Kind is AlertKind.BreakerTripped && (wider.Scope == incident.Scope || wider.Scope.IsSystem));
}
