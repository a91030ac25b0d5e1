using Aura.Engine.Breaker;

namespace Aura.Dashboard.Publishing.Live.Views;

/// <summary>A break-glass reset that nobody has reviewed, as REST sends it.</summary>
internal sealed record BreakGlassView(
    Guid CommandId, string Actor, DateTimeOffset At, ReasonCode ReasonCode, string Reason, string Justification)
{
    public static BreakGlassView Of(BreakGlassReset reset) =>
        new(
            reset.Command.CommandId, reset.Command.ActorId, reset.At, reset.Command.ReasonCode, reset.Command.Reason,
            reset.Justification);
}
