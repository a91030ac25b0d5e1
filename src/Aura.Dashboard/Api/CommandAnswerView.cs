using Aura.Dashboard.Publishing.Live.Views;
using Aura.Engine.Breaker;
using Aura.Engine.Rounds;

namespace Aura.Dashboard.Api;

/// <summary>The recorded answer to a command, refusals included.</summary>
internal sealed record CommandAnswerView(
    Guid CommandId, CommandStatus Status, TransitionView? Transition, ResetRequestView? Request, string? Code, string? Reason,
    DateTimeOffset? RetryAt)
{
    public static CommandAnswerView Of(CommandAnswer answer) => new(
        answer.CommandId, answer.Status,
        answer.Transition is { } transition ? TransitionView.Of(transition) : null,
        answer.Request is { } request ? ResetRequestView.Of(request) : null,
        answer.Refusal is BreakerRefusal.None ? null : CommandAnswers.CodeOf(answer.Refusal), answer.Reason, answer.RetryAt);
}
