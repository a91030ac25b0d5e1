using System.Collections.Immutable;
using System.Diagnostics;
using Aura.Engine.Breaker;

namespace Aura.Engine.Rounds;

/// <summary>A breaker after a round.</summary>
internal sealed record SteppedBreaker(BreakerRecord Record, Transition? Transition, ImmutableArray<CauseFinding> Findings)
{
    public static SteppedBreaker After(
        BreakerRecord before, BreakerSignal signal, ImmutableArray<CauseFinding> findings, BreakerRules rules,
        DateTimeOffset now) =>
        BreakerMachine.Apply(before, signal, rules, now) switch
        {
            BreakerStep.Moved moved => new(moved.Next, moved.Transition, findings),
            BreakerStep.Stayed stayed => new(stayed.Next, null, findings),
            // Rounds only send alarms and clean or unclean signals, none of which a breaker can refuse.
            _ => throw new UnreachableException(),
        };

    public ImmutableArray<BreakerCause> Active(CauseMode mode) =>
        [.. Findings.Where(finding => finding.IsActive && finding.Mode == mode).Select(finding => finding.Cause)];
}
