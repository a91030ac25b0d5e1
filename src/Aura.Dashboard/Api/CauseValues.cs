using Aura.Engine.Breaker;

namespace Aura.Dashboard.Api;

/// <summary>One cause's mode and thresholds; what is left out stays as it is.</summary>
internal sealed record CauseValues(string? Cause, string? Mode, decimal? EnterAbove, decimal? LeaveAt)
{
    public CauseRule In(CauseRule rule) => rule with
    {
        Mode = Mode is { } mode ? Enum.Parse<CauseMode>(mode) : rule.Mode,
        EnterAbove = EnterAbove ?? rule.EnterAbove,
        LeaveAt = LeaveAt ?? rule.LeaveAt,
    };
}
