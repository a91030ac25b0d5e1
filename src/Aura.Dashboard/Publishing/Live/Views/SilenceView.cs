using Aura.Engine.Publishing.Alerts;

namespace Aura.Dashboard.Publishing.Live.Views;

/// <summary>A silence as REST sends it; the person is the opaque id of the account.</summary>
internal sealed record SilenceView(
    Guid Id, string Scope, AlertKind Kind, string Actor, string Comment, DateTimeOffset At, DateTimeOffset Until)
{
    public static SilenceView Of(AlertSilence silence) => new(
        silence.CommandId, silence.Scope.Value, silence.Kind, silence.ActorId, silence.Comment, silence.At, silence.Until);
}
