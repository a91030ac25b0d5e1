using Aura.Engine.Canon;
using Aura.Engine.Market;
using Aura.Engine.Nodes;
using Aura.Engine.Publishing;

namespace Aura.Engine.Rounds;

/// <summary>The conductor of one round: claim, gather, decide and commit, announce.</summary>
public sealed class RoundRunner(
    IRoundStore store, IMarketSource market, OracleNetwork network, RiskEngine engine, IReportPublisher publisher)
{
    // The claim outlives gathering by what a commit may take on a busy disk.
    private static readonly TimeSpan CommitAllowance = TimeSpan.FromSeconds(10);

    /// <summary>Runs the round of a slot and says what became of it.</summary>
    public async Task<RoundRun> RunAsync(Slot slot, CancellationToken cancellationToken)
    {
        if (await ClaimAsync(slot, cancellationToken).ConfigureAwait(false) is not { } query)
            return RoundRun.NotClaimed;

        var gathering = await network.GatherAsync(engine.Rules.Nodes, query, cancellationToken).ConfigureAwait(false);
        if (await engine.DecideAsync(RoundInputs.Of(query, gathering), cancellationToken).ConfigureAwait(false) is not { } report)
            return RoundRun.Abandoned;

        await publisher.RoundCompletedAsync(report, CancellationToken.None).ConfigureAwait(false);
        return RoundRun.Completed;
    }

    private async Task<RoundQuery?> ClaimAsync(Slot slot, CancellationToken cancellationToken)
    {
        var rules = engine.Rules;
        var snapshot = await store.LoadAsync(null, cancellationToken).ConfigureAwait(false);
        // Asked before the claim: a replay that has ended claims no slots and records nothing.
        if (market.MomentOf(snapshot.State.Round.Next, slot) is null)
            return null;

        var lease = rules.Schedule.GatherTimeout + CommitAllowance;
        return await store.ClaimSlotAsync(slot, lease, cancellationToken).ConfigureAwait(false) is { } round
            && market.MomentOf(round, slot) is { } moment
                ? new RoundQuery(
                    engine.Configuration, round, slot,
                    // Decided on as it is stored: a re-decision reads whole milliseconds.
                    moment with { Time = InstantText.Truncate(moment.Time) },
                    rules.Market.Sources, rules.Schedule.GatherTimeout)
                : null;
    }
}
