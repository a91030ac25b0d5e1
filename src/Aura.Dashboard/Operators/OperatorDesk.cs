using System.Collections.Concurrent;
using System.Diagnostics;
using System.Security.Claims;
using Aura.Dashboard.Identity;
using Aura.Dashboard.Queries;
using Aura.Engine.Rounds;

namespace Aura.Dashboard.Operators;

/// <summary>
/// The one way from a person to the engine, for pages and REST alike. Roles are read from the database at submission;
/// what they allow is the engine's decision.
/// </summary>
internal sealed partial class OperatorDesk(
    ActorReader actors, RiskEngine engine, CommandPreviews previews, StepUp stepUp, ILogger<OperatorDesk> logger)
{
    private readonly ConcurrentDictionary<Guid, int> _underWay = new();

    /// <summary>Whether this host is still carrying a command out, so that its answer may yet be recorded.</summary>
    public bool IsUnderWay(Guid commandId) => _underWay.ContainsKey(commandId);

    /// <param name="person">Who acts.</param>
    /// <param name="draft">What is asked.</param>
    /// <param name="password">The password again where a command needs it; looked at here and kept nowhere.</param>
    /// <param name="cancellationToken">Cancels what is not yet being committed.</param>
    public async Task<DeskResult> SubmitAsync(
        ClaimsPrincipal person, CommandDraft draft, string? password, CancellationToken cancellationToken)
    {
        // Counted: the same command may be sent twice at once.
        _underWay.AddOrUpdate(draft.CommandId, 1, (_, count) => count + 1);
        try
        {
            return await DecideAsync(person, draft, password, cancellationToken);
        }
        finally
        {
            if (_underWay.AddOrUpdate(draft.CommandId, 0, (_, count) => count - 1) <= 0)
                _underWay.TryRemove(KeyValuePair.Create(draft.CommandId, 0));
        }
    }

    private async Task<DeskResult> DecideAsync(
        ClaimsPrincipal person, CommandDraft draft, string? password, CancellationToken cancellationToken)
    {
        if (ReasonText.FindFault(draft.Reason) is { } fault)
            return new DeskResult.InvalidReason(fault);
        if (draft.Kind is CommandKind.BreakGlass && ReasonText.FindFault(draft.Justification) is { } lacking)
            return new DeskResult.InvalidReason(lacking);
        if (await actors.ReadAsync(person, cancellationToken) is not { } actor)
            return new DeskResult.NobodyActs();

        var command = new OperatorCommand(
            draft.CommandId, draft.Kind, draft.Scope, draft.ExpectedVersion, draft.ReasonCode, draft.Reason.Trim(),
            new CommandActor(actor.Id, [.. actor.Roles.Select(Enum.Parse<ActorRole>).Order()]))
        {
            RequestId = draft.RequestId,
            Incident = draft.Incident,
            Alert = draft.Alert,
            Until = draft.Until,
            Cause = draft.Cause,
            Thresholds = draft.Thresholds,
            Justification = draft.Kind is CommandKind.BreakGlass ? draft.Justification?.Trim() : null,
            Preview = draft.Preview,
            Objection = await stepUp.IsProvedAsync(draft.Kind, person, password)
                ? FindObjection(draft)
                : CommandObjection.StepUpRequired,
        };
        try
        {
            return await SubmitAsync(command, cancellationToken);
        }
        catch (NotRecordedException exception)
        {
            Log.NotRecorded(logger, command.Kind, command.Scope.Value, command.CommandId, exception);
            return new DeskResult.NotRecorded();
        }
    }

    // A trip is never refused for what was shown, nor a review, so nothing is found against them.
    private CommandObjection? FindObjection(CommandDraft draft) =>
        draft is { Kind: not (CommandKind.Trip or CommandKind.Review), Preview: { } shown }
        && !CommandDecision.ChangesNoBreaker(draft.Kind) && engine.Rules.Settings.Scopes.Contains(draft.Scope)
        && !previews.IsPresent(draft.Kind, draft.Scope, shown)
            ? CommandObjection.StalePreview
            : null;

    private async Task<DeskResult> SubmitAsync(OperatorCommand command, CancellationToken cancellationToken)
    {
        switch (await engine.SubmitAsync(command, cancellationToken))
        {
            case SubmitResult.Answered answered:
                Log.Answered(logger, command.Kind, command.Scope.Value, command.CommandId, answered.Answer.Status);
                return new DeskResult.Answered(answered.Answer);
            case SubmitResult.KnownIdWithAnotherBody:
                return new DeskResult.KnownIdWithAnotherBody();
            default:
                throw new UnreachableException();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "{Kind} of {Scope}, command {CommandId}: {Status}")]
        public static partial void Answered(
            ILogger logger, CommandKind kind, string scope, Guid commandId, CommandStatus status);

        [LoggerMessage(Level = LogLevel.Error, Message = "{Kind} of {Scope}, command {CommandId}: not recorded, not done")]
        public static partial void NotRecorded(
            ILogger logger, CommandKind kind, string scope, Guid commandId, Exception exception);
    }
}
