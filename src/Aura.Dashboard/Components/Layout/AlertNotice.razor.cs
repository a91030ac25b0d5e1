using Aura.Dashboard.Components.Appearance;
using Aura.Dashboard.Publishing.Live;
using Aura.Engine.Publishing.Alerts;
using Aura.Engine.Rounds;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Aura.Dashboard.Components.Layout;

/// <summary>
/// Says on every page which incidents nobody answers, and tells of each that begins to call while the page is open. What
/// called before stands in the inbox.
/// </summary>
public sealed partial class AlertNotice
{
    private const int ToastMilliseconds = 10_000;

    private readonly AlertCalls _calls = new();
    private CallingIncidents? _drawn;
    private bool _isOpen;

    [Inject]
    public required RuleSet Rules { get; init; }

    [Inject]
    public required ISnackbar Snackbar { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    private protected override CallingIncidents Read(LiveSnapshot snapshot)
    {
        var answers = Rules.Alerts ?? AlertRules.Default;
        var now = Clock.GetUtcNow();
        var book = snapshot.Alerts;
        foreach (var raised in _calls.News(book, answers, now).Where(_ => _isOpen))
            Tell(raised.Incident, raised.Status);
        _isOpen = true;
        return new CallingIncidents(
            [.. book.Open.Where(incident => book.StatusOf(incident, now, answers) is IncidentStatus.Escalated)]);
    }

    private protected override bool IsEmpty(CallingIncidents view) => view.Unanswered.IsEmpty;

    protected override bool ShouldRender()
    {
        bool isNews = View != _drawn;
        _drawn = View;
        return isNews;
    }

    private void Tell(Incident incident, IncidentStatus status) => Snackbar.Add(
        T("{0}: {1}, {2}", AlertLook.Of(status).Word, AlertWords.Of(incident.Kind), incident.Subject ?? incident.Scope.Value),
        incident.Kind is AlertKind.BreakerTripped || status is IncidentStatus.Escalated ? Severity.Error : Severity.Warning,
        options =>
        {
            // The inbox keeps what calls, and a notice names what nobody answers: this must not stay in the way.
            options.RequireInteraction = false;
            options.VisibleStateDuration = ToastMilliseconds;
            options.Action = T("To the alerts");
            options.OnClick = _ =>
            {
                Navigation.NavigateTo("/alerts");
                return Task.CompletedTask;
            };
        },
        // One on the screen for each incident, however often it calls.
        key: $"incident-{incident.Number}");
}
