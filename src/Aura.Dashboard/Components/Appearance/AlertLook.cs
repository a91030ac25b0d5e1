using System.Diagnostics;
using Aura.Engine.Publishing.Alerts;
using MudBlazor;

namespace Aura.Dashboard.Components.Appearance;

/// <summary>How the status of an incident looks everywhere.</summary>
internal sealed record AlertLook(string Word, Tone Tone, string Icon)
{
    public static AlertLook Of(IncidentStatus status) => status switch
    {
        IncidentStatus.Escalated => new(T("Nobody answers"), Tone.Danger, Icons.Material.Outlined.NotificationImportant),
        IncidentStatus.Triggered => new(T("Calls"), Tone.High, Icons.Material.Outlined.NotificationsActive),
        IncidentStatus.Acknowledged => new(T("Acknowledged"), Tone.Notice, Icons.Material.Outlined.HowToReg),
        IncidentStatus.Silenced => new(T("Silenced"), Tone.Neutral, Icons.Material.Outlined.NotificationsOff),
        IncidentStatus.Inhibited => new(T("Covered by a wider one"), Tone.Neutral, Icons.Material.Outlined.NotificationsPaused),
        IncidentStatus.Resolved => new(T("Over"), Tone.Good, Icons.Material.Outlined.CheckCircle),
        _ => throw new UnreachableException(),
    };
}
