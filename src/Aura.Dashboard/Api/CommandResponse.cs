using Aura.Dashboard.Publishing.Live.Views;

namespace Aura.Dashboard.Api;

/// <summary>The transition that a command made, or found already made; for a decline the request that it closed; for a review neither.</summary>
internal sealed record CommandResponse(TransitionView? Transition, ResetRequestView? Request);
