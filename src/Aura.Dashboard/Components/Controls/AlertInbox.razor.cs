using Aura.Dashboard.Components.Dialogs;
using Aura.Engine.Publishing.Alerts;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Aura.Dashboard.Components.Controls;

/// <summary>The incidents that last, the most pressing first, with what can be answered.</summary>
public sealed partial class AlertInbox
{
    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Parameter]
    [EditorRequired]
    public required AlertBook Book { get; set; }

    [Parameter]
    [EditorRequired]
    public required AlertRules Rules { get; set; }

    private List<(Incident Incident, IncidentStatus Status)> ShownAt(DateTimeOffset now) =>
    [
        .. Book.Open
            .Select(incident => (Incident: incident, Status: Book.StatusOf(incident, now, Rules)))
            .OrderBy(shown => shown.Status).ThenBy(shown => shown.Incident.Kind).ThenBy(shown => shown.Incident.Number),
    ];

    private Task AcknowledgeAsync(Incident incident) => CommentDialog.AcknowledgeAsync(Dialogs, incident, Rules);

    private Task SilenceAsync(Incident incident) => CommentDialog.SilenceAsync(Dialogs, incident, Rules);
}
