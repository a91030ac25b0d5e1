using Aura.Dashboard.Components.Dialogs;
using Aura.Engine.Publishing.Alerts;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Aura.Dashboard.Components.Controls;

/// <summary>What is silenced, by whom, why and until when: nobody must have to remember it.</summary>
public sealed partial class SilenceList
{
    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Parameter]
    [EditorRequired]
    public required AlertBook Book { get; set; }

    private List<AlertSilence> Lasting(DateTimeOffset now) => [.. Book.Silences.Where(silence => now < silence.Until)];

    private Task EndAsync(AlertSilence silence) => CommentDialog.EndSilenceAsync(Dialogs, silence);
}
