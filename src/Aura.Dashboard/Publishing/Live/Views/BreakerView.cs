using Aura.Engine.Breaker;
using Aura.Engine.Publishing;

namespace Aura.Dashboard.Publishing.Live.Views;

/// <summary>A breaker as REST and the hub send it.</summary>
internal sealed record BreakerView(
    string Scope, BreakerState State, long Version, BreakerCause Cause, DateTimeOffset? Since,
    DateTimeOffset? CoolDownEndsAt, int ApprovalsRequired, ResetRequestView? Pending,
    IReadOnlyList<BreakGlassView> Unreviewed, IReadOnlyList<BreakerCause> ShadowCauses, IReadOnlyList<CauseView> Causes)
{
    public static BreakerView Of(BreakerReport breaker) =>
        new(
            breaker.Scope.Value, breaker.State, breaker.Version, breaker.Cause, breaker.Since, breaker.CoolDownEndsAt,
            breaker.ApprovalsRequired, breaker.Pending is { } pending ? ResetRequestView.Of(pending) : null,
            [.. (breaker.Unreviewed ?? []).Select(BreakGlassView.Of)], breaker.ShadowCauses ?? [],
            [.. (breaker.Served ?? []).Select(CauseView.Of)]);
}
