using System.Diagnostics;
using System.Security.Claims;
using Aura.Dashboard.Components.Appearance;
using Aura.Dashboard.Operators;
using Aura.Engine.Breaker;
using Aura.Engine.Publishing;
using Aura.Engine.Rounds;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;
using MudBlazor;

namespace Aura.Dashboard.Components.Dialogs;

/// <summary>
/// Asks for the reason of a command to a breaker, says what will happen, and sends it once. What it shows is the breaker as
/// it was when the dialog opened: the version that the person decides about.
/// </summary>
public sealed partial class BreakerCommandDialog : IDisposable
{
    // What lies in the circuit's queue when an answer comes was clicked before anybody could read it.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);
    private readonly CancellationTokenSource _closed = new();
    private CommandPreview _preview = default!;
    private Guid _commandId;
    private string _code = "";
    private string _reason = "";
    private string _justification = "";
    private string _password = "";
    private string? _problem;
    private bool _needsPassword;
    private bool _asked;
    private bool _sending;
    private bool _checking;
    private bool _resting;
    private bool _hopeless;
    private bool _done;

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Inject]
    public required ISnackbar Snackbar { get; init; }

    [Inject]
    public required ILogger<BreakerCommandDialog> Logger { get; init; }

    [Inject]
    internal CommandPreviews Previews { get; init; } = default!;

    [Inject]
    internal OperatorDesk Desk { get; init; } = default!;

    [Inject]
    internal StepUp StepUp { get; init; } = default!;

    [Inject]
    internal CommandSettlement Settlement { get; init; } = default!;

    [Inject]
    public required IJSRuntime Browser { get; init; }

    [CascadingParameter]
    public DeskZone? Zone { get; set; }

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    [Parameter]
    [EditorRequired]
    public required CommandKind Kind { get; set; }

    [Parameter]
    [EditorRequired]
    public required BreakerReport Breaker { get; set; }

    [Parameter]
    public RoundReport? Latest { get; set; }

    private static int DeadlineSeconds => (int)CommandSettlement.Deadline.TotalSeconds;

    private string? CodeFault => _code.Length == 0 ? T("Choose a kind of reason.") : null;

    private string? JustificationFault => Kind is CommandKind.BreakGlass ? ReasonText.FindFault(_justification) : null;

    private string? PasswordFault => _needsPassword && _password.Length == 0 ? T("Enter your password again.") : null;

    private string? Fault => CodeFault ?? ReasonFault ?? JustificationFault ?? PasswordFault;

    private string? ReasonFault => ReasonText.FindFault(_reason);

    internal static Task ShowAsync(IDialogService dialogs, CommandKind kind, BreakerReport breaker, RoundReport? latest) =>
        dialogs.ShowAsync<BreakerCommandDialog>(
            CommandWords.TitleOf(kind, breaker),
            new DialogParameters<BreakerCommandDialog>
            {
                { dialog => dialog.Kind, kind },
                { dialog => dialog.Breaker, breaker },
                { dialog => dialog.Latest, latest },
            },
            new DialogOptions
            {
                CloseOnEscapeKey = true,
                BackdropClick = false,
                FullWidth = true,
                MaxWidth = MaxWidth.Small,
            });

    public void Dispose()
    {
        _closed.Cancel();
        _closed.Dispose();
    }

    protected override void OnInitialized()
    {
        _commandId = NewCommandId();
        _preview = Previews.Of(Kind, Breaker, Latest);
    }

    protected override async Task OnInitializedAsync() =>
        _needsPassword = StepUp.NeedsPassword(Kind, (await Authentication).User);

    // The client names its command, so that a lost answer can be asked for again without acting twice.
    private Guid NewCommandId() => Guid.CreateVersion7(Clock.GetUtcNow());

    private string Invalid(string? fault) => _asked && fault is not null ? "true" : "false";

    private async Task ConfirmAsync()
    {
        _asked = true;
        // Twenty clicks may wait in the circuit's queue before the first one has disabled the button.
        if (_sending || _resting || _hopeless || _done || Fault is not null)
            return;

        _sending = true;
        _problem = null;
        try
        {
            // Neither is waited for: a trip must not hang on a browser that is gone.
            _ = RememberAsync();
            await SettleAsync(SendAsync());
            _ = ForgetAsync();
        }
        catch (OperationCanceledException) when (_closed.IsCancellationRequested)
        {
            // Closed meanwhile: the tab remembers the command, and the next page looks for its answer.
            return;
        }
        finally
        {
            (_sending, _checking) = (false, false);
        }

        if (!_done)
            await RestAsync();
    }

    // An answer within five seconds, or what the record says about the command. Nothing is sent a second time here.
    private async Task SettleAsync(Task<DeskResult> sending)
    {
        try
        {
            Accept(await sending.WaitAsync(CommandSettlement.Deadline, Clock, _closed.Token));
            return;
        }
        catch (Exception exception) when (!_closed.IsCancellationRequested)
        {
            Log.NoAnswer(Logger, _commandId, exception);
        }

        _checking = true;
        StateHasChanged();
        string account = (await Authentication).User.FindFirstValue(ClaimTypes.NameIdentifier) ?? "";
        var settling = Settlement.SettleAsync(_commandId, account, _closed.Token);
        if (await Task.WhenAny(sending, settling) == sending && sending.IsCompletedSuccessfully)
            Accept(await sending);
        else if (await settling is { } answer)
            Accept(new DeskResult.Answered(answer));
        else
            _problem = T("Not done: nothing was recorded, and nobody is carrying it out. Sending it again is safe: it acts at most once.");
    }

    // Courtesies to a tab whose connection may be lost: a command never fails with them.
    private Task RememberAsync() => TryAsync(() => new PendingCommand(_commandId, Kind, Breaker.Scope).RememberAsync(Browser));

    private Task ForgetAsync() => TryAsync(() => PendingCommand.ForgetAsync(Browser));

    private static async Task TryAsync(Func<ValueTask> tell)
    {
        try
        {
            await tell();
        }
        catch (Exception lost) when (lost is JSException or JSDisconnectedException or OperationCanceledException or InvalidOperationException)
        {
            // By design: see above.
        }
    }

    private async Task RestAsync()
    {
        _resting = true;
        StateHasChanged();
        try
        {
            await Task.Delay(Rest, Clock, _closed.Token);
            _resting = false;
        }
        catch (OperationCanceledException) when (_closed.IsCancellationRequested)
        {
            // Closed meanwhile.
        }
    }

    // Not cancelled with the page: whoever has confirmed a trip and closes the browser has still tripped.
    private async Task<DeskResult> SendAsync() =>
        await Desk.SubmitAsync(
            (await Authentication).User,
            new CommandDraft(_commandId, Kind, Breaker.Scope, Breaker.Version, Enum.Parse<ReasonCode>(_code), _reason)
            {
                Preview = _preview.ToDigest(),
                Justification = Kind is CommandKind.BreakGlass ? _justification : null,
                RequestId = Kind switch
                {
                    CommandKind.Approve or CommandKind.Decline => Breaker.Pending?.Id,
                    // The oldest first: the dialog shows that one.
                    CommandKind.Review => Breaker.Unreviewed is [var oldest, ..] ? oldest.Command.CommandId : null,
                    _ => null,
                },
            },
            TakePassword(), CancellationToken.None);

    // The page forgets it whatever comes of it: the next attempt asks again.
    private string TakePassword() => Interlocked.Exchange(ref _password, "");

    private void Accept(DeskResult result)
    {
        switch (result)
        {
            case DeskResult.Answered { Answer: { Status: CommandStatus.Refused } answer }:
                _problem = answer.Reason;
                // Time heals a cool-down; what the person saw, or may not do, stays as it is however often it is sent.
                _hopeless = answer.Refusal is not (BreakerRefusal.CoolingDown or BreakerRefusal.StepUpRequired);
                _needsPassword |= answer.Refusal is BreakerRefusal.StepUpRequired;
                // A refusal is final for its id: the next attempt is another command.
                _commandId = NewCommandId();
                break;
            case DeskResult.Answered { Answer: { Transition: { } transition } answer }:
                Finish(answer.Status is CommandStatus.NoOp
                    ? T("{0} was {1} already (version {2}); nothing changed.", Breaker.Scope, transition.To, transition.Version)
                    : T("{0} is {1} now (version {2}).", Breaker.Scope, transition.To, transition.Version));
                break;
            case DeskResult.Answered { Answer: { Request: { } request } answer }:
                Finish(answer.Status is CommandStatus.ApprovalRequested
                    ? T("The reset of {0} waits for its approval until {1}.",
                        Breaker.Scope, (Zone ?? DeskZone.Utc).Stamp(request.ExpiresAt))
                    : T("The reset of {0} is declined.", Breaker.Scope));
                break;
            case DeskResult.Answered { Answer.Status: CommandStatus.Reviewed }:
                Finish(T("The break-glass reset of {0} is reviewed.", Breaker.Scope));
                break;
            case DeskResult.InvalidReason invalid:
                _problem = invalid.Fault;
                break;
            case DeskResult.KnownIdWithAnotherBody:
                _problem = T("An earlier attempt with other words was answered already. Close this and look at the breaker.");
                _hopeless = true;
                break;
            case DeskResult.NotRecorded:
                _problem = T("Not recorded, not done: the database has no room. Send it again once there is room.");
                break;
            case DeskResult.NobodyActs:
                _problem = T("Your sign-in has ended. Sign in again.");
                _hopeless = true;
                break;
            default:
                throw new UnreachableException();
        }
    }

    private void Finish(string outcome)
    {
        _done = true;
        Snackbar.Add(outcome, Severity.Success);
        Dialog.Close();
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Command {CommandId} got no answer")]
        public static partial void NoAnswer(ILogger logger, Guid commandId, Exception exception);
    }
}
