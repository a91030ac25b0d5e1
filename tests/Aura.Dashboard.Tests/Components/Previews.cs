using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Publishing;
using Aura.Engine.Rounds;

namespace Aura.Dashboard.Tests.Components;

/// <summary>Every preview that there can be: so all sentences of the engine that pages translate.</summary>
internal static class Previews
{
    private static readonly TransitionCommand Asked =
        new(new Guid(1, 2, 3, [4, 5, 6, 7, 8, 9, 10, 11]), "8a1d", ReasonCode.Resolved, "The feed is well again.");

    public static IEnumerable<CommandPreview> All() =>
        from kind in Enum.GetValues<CommandKind>().Where(kind => !CommandDecision.ChangesNoBreaker(kind))
        from people in (int[])[1, 2]
        from gold in Enum.GetValues<BreakerState>()
        from system in Enum.GetValues<BreakerState>()
        from asked in (bool[])[false, true]
        from scope in (string[])["SYSTEM", "GOLD"]
        from round in (RoundReport?[])[null, Sample.Round(7), Sample.Round(8, Sample.UndecidedGold, Sample.CalmMsft)]
        let rules = Sample.Rules.Breaker with { ApprovalsRequired = people }
        select CommandPreview.Of(
            kind, Scope.Parse(scope),
            [Of("SYSTEM", system, rules, asked), Of("GOLD", gold, rules, asked), Of("MSFT", BreakerState.Closed, rules, false)],
            rules, round);

    private static BreakerReport Of(string scope, BreakerState state, BreakerRules rules, bool asked)
    {
        var report = Sample.Breaker(scope, state, state is BreakerState.Closed ? 1 : 2) with { ApprovalsRequired = rules.ApprovalsRequired };
        report = asked ? report with { Unreviewed = [new BreakGlassReset(Asked, "Nobody answers.", Sample.Start)] } : report;
        return asked && state is BreakerState.Open or BreakerState.Isolated
            ? report with
            {
                Pending = new ResetRequest(Asked, 2, default, Sample.Start, Sample.Start + ResetRequest.Lifetime, RequestStatus.Pending),
            }
            : report;
    }
}
