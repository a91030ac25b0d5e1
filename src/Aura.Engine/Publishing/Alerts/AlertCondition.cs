using Aura.Engine.Canon;

namespace Aura.Engine.Publishing.Alerts;

/// <summary>How a cause of an incident stands at one moment.</summary>
/// <param name="Scope">The breaker that it concerns.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="IsActive">Whether it calls for somebody.</param>
/// <param name="IsOver">Whether it is far enough away from that; neither of both while it lingers.</param>
/// <param name="Detail">The evidence in one sentence.</param>
public sealed record AlertCondition(Scope Scope, AlertKind Kind, bool IsActive, bool IsOver, string Detail)
{
    /// <summary>The vendor that it is about; null for what the breaker names already.</summary>
    public string? Subject { get; init; }
}
