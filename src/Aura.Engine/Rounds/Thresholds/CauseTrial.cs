using Aura.Engine.Breaker;
using Aura.Engine.Canon;

namespace Aura.Engine.Rounds.Thresholds;

/// <summary>What one cause said of one breaker, under the thresholds in force and under those proposed.</summary>
/// <param name="Scope">The breaker.</param>
/// <param name="Cause">The cause.</param>
/// <param name="ModeNow">Its mode in force.</param>
/// <param name="ModeProposed">Its mode as proposed.</param>
/// <param name="Now">How often it was active under the thresholds in force.</param>
/// <param name="Proposed">How often under those proposed.</param>
public sealed record CauseTrial(
    Scope Scope, BreakerCause Cause, CauseMode ModeNow, CauseMode ModeProposed, CauseActivity Now, CauseActivity Proposed);
