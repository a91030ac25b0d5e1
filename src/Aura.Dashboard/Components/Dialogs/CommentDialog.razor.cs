using System.Diagnostics;
using Aura.Dashboard.Components.Appearance;
using Aura.Dashboard.Operators;
using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Publishing.Alerts;
using Aura.Engine.Rounds;
using Aura.Engine.Rounds.Thresholds;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using MudBlazor;

namespace Aura.Dashboard.Components.Dialogs;

/// <summary>Asks for the words of a command that changes no breaker, and sends it. Sent again, it acts at most once.</summary>
public sealed partial class CommentDialog
{
    private static readonly int[] Spans = [15, 60, 240, 480];

    private Guid _commandId;
    private int _minutes = 60;
    private string _comment = "";
    private string? _problem;
    private string _password = "";
    private bool _needsPassword;
    private bool _asked;
    private bool _sending;

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Inject]
    public required ISnackbar Snackbar { get; init; }

    [Inject]
    public required ILogger<CommentDialog> Logger { get; init; }

    [Inject]
    internal OperatorDesk Desk { get; init; } = default!;

    [Inject]
    internal StepUp StepUp { get; init; } = default!;

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    /// <summary>What is asked, but for its id, words and end.</summary>
    [Parameter]
    [EditorRequired]
    public required CommentDraft Draft { get; set; }

    /// <summary>What it is about, in one sentence.</summary>
    [Parameter]
    [EditorRequired]
    public required string Words { get; set; }

    /// <summary>The longest silence.</summary>
    [Parameter]
    public TimeSpan Longest { get; set; }

    private IEnumerable<int> Offered => Spans.Where(minutes => minutes <= Longest.TotalMinutes).DefaultIfEmpty((int)Longest.TotalMinutes);

    private string? Fault => ReasonText.FindFault(_comment) ?? (_needsPassword && _password.Length == 0 ? T("Enter your password again.") : null);

    internal static Task AcknowledgeAsync(IDialogService dialogs, Incident incident, AlertRules rules) => ShowAsync(
        dialogs, new CommentDraft(CommandKind.Acknowledge, Scope.System) { Incident = incident.Number },
        T("{0} of {1}: you take it on for {2}, then it calls again unless it is over.",
            AlertWords.Of(incident.Kind), incident.Subject ?? incident.Scope.Value, Figures.Span(rules.AcknowledgedFor)),
        default);

    internal static Task SilenceAsync(IDialogService dialogs, Incident incident, AlertRules rules) => ShowAsync(
        dialogs, new CommentDraft(CommandKind.Silence, incident.Scope) { Alert = incident.Kind },
        T("{0} of {1} will call nobody for a time. It stays on record, and every page of alerts shows the silence.",
            AlertWords.Of(incident.Kind), incident.Scope),
        rules.LongestSilence);

    internal static Task EndSilenceAsync(IDialogService dialogs, AlertSilence silence) => ShowAsync(
        dialogs, new CommentDraft(CommandKind.EndSilence, Scope.System) { Request = silence.CommandId },
        T("{0} of {1} will call again.", AlertWords.Of(silence.Kind), silence.Scope), default);

    internal static Task StartDrillAsync(IDialogService dialogs, Scope scope) => ShowAsync(
        dialogs, new CommentDraft(CommandKind.StartDrill, scope),
        T("People are called as for {0} in earnest. No breaker changes, and prices go on.", scope), default);

    internal static Task EndDrillAsync(IDialogService dialogs, Incident drill) => ShowAsync(
        dialogs, new CommentDraft(CommandKind.EndDrill, Scope.System) { Incident = drill.Number },
        T("The drill of {0} ends. When it was answered and by whom stays on record.", drill.Scope), default);

    internal static Task JudgeFalseAsync(IDialogService dialogs, CauseRecord served) => ShowAsync(
        dialogs, new CommentDraft(CommandKind.JudgeFalse, served.Scope) { Cause = served.Cause, Round = served.LastTrip.Value },
        T("{0} of {1} in round {2} was a false positive. It is counted for the rule; it changes no breaker.",
            BreakerWords.Of(served.Cause), served.Scope, served.LastTrip), default);

    internal static Task<IDialogReference> ProposeAsync(IDialogService dialogs, ThresholdSet thresholds) => ShowAsync(
        dialogs, new CommentDraft(CommandKind.ProposeThresholds, Scope.System) { Thresholds = thresholds },
        T("Somebody else from compliance must approve within 24 hours. Until then nothing changes."), default);

    internal static Task<IDialogReference> ApproveAsync(IDialogService dialogs, ThresholdProposal proposal) => ShowAsync(
        dialogs, new CommentDraft(CommandKind.ApproveThresholds, Scope.System) { Request = proposal.Id },
        T("From the next round on these thresholds decide, under a rule set with a digest of its own."), default);

    internal static Task<IDialogReference> DeclineAsync(IDialogService dialogs, ThresholdProposal proposal) => ShowAsync(
        dialogs, new CommentDraft(CommandKind.DeclineThresholds, Scope.System) { Request = proposal.Id },
        T("The proposal ends, and the thresholds stay as they are."), default);

    private static Task<IDialogReference> ShowAsync(IDialogService dialogs, CommentDraft draft, string words, TimeSpan longest) =>
        dialogs.ShowAsync<CommentDialog>(
            Title(draft.Kind),
            new DialogParameters<CommentDialog>
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
        CommandKind.StartDrill => T("Start the drill"),
        CommandKind.EndDrill => T("End the drill"),
        CommandKind.ProposeThresholds => T("Propose thresholds"),
        CommandKind.ApproveThresholds => T("Approve thresholds"),
        CommandKind.DeclineThresholds => T("Decline thresholds"),
        _ => throw new UnreachableException(),
    };

    protected override void OnInitialized()
    {
        _commandId = Guid.CreateVersion7(Clock.GetUtcNow());
        _minutes = Offered.Contains(_minutes) ? _minutes : Offered.First();
    }

    protected override async Task OnInitializedAsync() =>
        _needsPassword = StepUp.NeedsPassword(Draft.Kind, (await Authentication).User);

    private async Task ConfirmAsync()
    {
        _asked = true;
        if (_sending || Fault is not null)
            return;

        _sending = true;
        _problem = null;
        try
        {
            Accept(await Desk.SubmitAsync((await Authentication).User, ToCommand(), TakePassword(), CancellationToken.None));
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

    // The page forgets it whatever comes of it: the next attempt asks again.
    private string TakePassword() => Interlocked.Exchange(ref _password, "");

    private CommandDraft ToCommand() => CommandDraft.ForNoBreaker(_commandId, Draft.Kind, Draft.Scope, _comment) with
    {
        Incident = Draft.Incident,
        Alert = Draft.Alert,
        Cause = Draft.Cause,
        ExpectedVersion = Draft.Round,
        RequestId = Draft.Request,
        Thresholds = Draft.Thresholds,
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
