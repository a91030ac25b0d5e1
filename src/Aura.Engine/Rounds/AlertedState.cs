using System.Collections.Immutable;
using Aura.Engine.Canon;
using Aura.Engine.Publishing.Alerts;

namespace Aura.Engine.Rounds;

/// <summary>A state after incidents have been looked at, and what changed about them.</summary>
/// <param name="State">The state after.</param>
/// <param name="Changes">What changed, in the order in which it happened.</param>
internal sealed record AlertedState(EngineState State, ImmutableArray<IncidentChange> Changes)
{
    /// <summary>Looks at causes; under rules that raise no incidents nothing happens.</summary>
    public static AlertedState After(
        EngineState state, IEnumerable<AlertCondition> conditions, RoundNumber? round, DateTimeOffset now, AlertRules? rules)
    {
        if (rules is null)
            return new AlertedState(state, []);

        var (book, changes) = (state.Alerts ?? AlertBook.Empty).After(conditions, round, now, rules);
        return new AlertedState(state with { Alerts = book.IsBlank ? null : book }, changes);
    }

    /// <summary>Looks at one breaker that may have changed outside of rounds.</summary>
    public static AlertedState After(EngineState state, Scope scope, DateTimeOffset now, AlertRules? rules) =>
        After(state, [AlertConditions.Of(state.BreakerOf(scope))], null, now, rules);
}
