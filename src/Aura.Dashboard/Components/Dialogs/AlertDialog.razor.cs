using System.Diagnostics;
using Aura.Dashboard.Components.Appearance;
using Aura.Dashboard.Operators;
using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Publishing.Alerts;
using Aura.Engine.Rounds;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using MudBlazor;

namespace Aura.Dashboard.Components.Dialogs;

/// <summary>Asks for the words of an answer to an incident, and sends it. Sent again, it acts at most once.</summary>
public sealed partial class AlertDialog
{
    private static readonly int[] Spans = [15, 60, 240, 480];

    private Guid _commandId;
    private int _minutes = 60;
    private string _comment = "";
    private string? _problem;
    private bool _asked;
    private bool _sending;

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Inject]
    public required ISnackbar Snackbar { get; init; }

    [Inject]
    public required ILogger<AlertDialog> Logger { get; init; }

    [Inject]
    internal OperatorDesk Desk { get; init; } = default!;

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    /// <summary>What is asked, but for its id, words and end.</summary>
    [Parameter]
    [EditorRequired]
    public required AlertDraft Draft { get; set; }

    /// <summary>What it is about, in one sentence.</summary>
    [Parameter]
    [EditorRequired]
    public required string Words { get; set; }

    /// <summary>The longest silence.</summary>
    [Parameter]
    public TimeSpan Longest { get; set; }

    private IEnumerable<int> Offered => Spans.Where(minutes => minutes <= Longest.TotalMinutes).DefaultIfEmpty((int)Longest.TotalMinutes);

    private string? Fault => ReasonText.FindFault(_comment);

    internal static Task AcknowledgeAsync(IDialogService dialogs, Incident incident, AlertRules rules) => ShowAsync(
        dialogs, new AlertDraft(CommandKind.Acknowledge, Scope.System) { Incident = incident.Number },
        T("{0} of {1}: you take it on for {2}, then it calls again unless it is over.",
            AlertWords.Of(incident.Kind), incident.Subject ?? incident.Scope.Value, Figures.Span(rules.AcknowledgedFor)),
        default);

    internal static Task SilenceAsync(IDialogService dialogs, Incident incident, AlertRules rules) => ShowAsync(
        dialogs, new AlertDraft(CommandKind.Silence, incident.Scope) { Alert = incident.Kind },
        T("{0} of {1} will call nobody for a time. It stays on record, and every page of alerts shows the silence.",
            AlertWords.Of(incident.Kind), incident.Scope),
        rules.LongestSilence);

    internal static Task EndSilenceAsync(IDialogService dialogs, AlertSilence silence) => ShowAsync(
        dialogs, new AlertDraft(CommandKind.EndSilence, Scope.System) { Silence = silence.CommandId },
        T("{0} of {1} will call again.", AlertWords.Of(silence.Kind), silence.Scope), default);

    internal static Task JudgeFalseAsync(IDialogService dialogs, CauseRecord served) => ShowAsync(
        dialogs, new AlertDraft(CommandKind.JudgeFalse, served.Scope) { Cause = served.Cause, Round = served.LastTrip.Value },
        T("{0} of {1} in round {2} was a false positive. It is counted for the rule; it changes no breaker.",
            BreakerWords.Of(served.Cause), served.Scope, served.LastTrip), default);

    private static Task<IDialogReference> ShowAsync(IDialogService dialogs, AlertDraft draft, string words, TimeSpan longest) =>
        dialogs.ShowAsync<AlertDialog>(
            Title(draft.Kind),
            new DialogParameters<AlertDialog>
            {
                { dialog => dialog.Draft, draft },
                { dialog => dialog.Words, words },
                { dialog => dialog.Longest, longest },
            },
            new DialogOptions { CloseOnEscapeKey = true, BackdropClick = false, FullWidth = true, MaxWidth = MaxWidth.Small });

    private static string Title(CommandKind kind) => kind switch
    {
        CommandKind.Acknowledge => T("Acknowledge"),
        CommandKind.Silence => T("Silence"),
        CommandKind.EndSilence => T("End the silence"),
        CommandKind.JudgeFalse => T("Mark as a false positive"),
        _ => throw new UnreachableException(),
    };

    protected override void OnInitialized()
    {
        _commandId = Guid.CreateVersion7(Clock.GetUtcNow());
        _minutes = Offered.Contains(_minutes) ? _minutes : Offered.First();
    }

    private async Task ConfirmAsync()
    {
        _asked = true;
        if (_sending || Fault is not null)
            return;

        _sending = true;
        _problem = null;
        try
        {
            Accept(await Desk.SubmitAsync((await Authentication).User, ToCommand(), null, CancellationToken.None));
        }
        catch (Exception exception)
        {
            // By design a dialog survives what broke behind it: the same answer can be sent again.
            Log.NoAnswer(Logger, _commandId, exception);
            _problem = T("No answer came. Sending it again is safe: it acts at most once.");
        }
        finally
        {
            _sending = false;
        }
    }

    private CommandDraft ToCommand() => CommandDraft.ForAlert(_commandId, Draft.Kind, Draft.Scope, _comment) with
    {
        Incident = Draft.Incident,
        Alert = Draft.Alert,
        Cause = Draft.Cause,
        ExpectedVersion = Draft.Round,
        RequestId = Draft.Silence,
        Until = Draft.Kind is CommandKind.Silence ? Until() : null,
    };

    private DateTimeOffset Until() => InstantText.Truncate(Clock.GetUtcNow() + TimeSpan.FromMinutes(_minutes));

    private void Accept(DeskResult result)
    {
        switch (result)
        {
            case DeskResult.Answered { Answer: { Status: CommandStatus.Refused } answer }:
                _problem = answer.Reason;
                // A refusal is final for its id: the next attempt is another command.
                _commandId = Guid.CreateVersion7(Clock.GetUtcNow());
                break;
            case DeskResult.Answered:
                Snackbar.Add(T("Recorded."), Severity.Success);
                Dialog.Close();
                break;
            case DeskResult.InvalidReason invalid:
                _problem = invalid.Fault;
                break;
            case DeskResult.KnownIdWithAnotherBody:
                _problem = T("An earlier attempt with other words was answered already. Close this and look at the inbox.");
                break;
            case DeskResult.NotRecorded:
                _problem = T("Not recorded, not done: the database has no room. Send it again once there is room.");
                break;
            case DeskResult.NobodyActs:
                _problem = T("Your sign-in has ended. Sign in again.");
                break;
            default:
                throw new UnreachableException();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Command {CommandId} got no answer")]
        public static partial void NoAnswer(ILogger logger, Guid commandId, Exception exception);
    }
}
