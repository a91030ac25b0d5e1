using Aura.Engine.Canon;
using Aura.Engine.Market;
using Aura.Engine.Nodes;
using Aura.Engine.Publishing;

namespace Aura.Engine.Rounds;

/// <summary>The conductor of one round: claim, gather, decide and commit, announce.</summary>
public sealed class RoundRunner(
    IRoundStore store, IMarketSource market, OracleNetwork network, RiskEngine engine, IReportPublisher publisher,
    SlotsBetween missed)
{
    // The claim outlives gathering by what a commit may take on a busy disk.
    private static readonly TimeSpan CommitAllowance = TimeSpan.FromSeconds(10);

    /// <summary>Runs the round of a slot and says what became of it. Whatever it was, the ledger records it once.</summary>
    public async Task<RoundRun> RunAsync(Slot slot, CancellationToken cancellationToken)
    {
        if (await ClaimAsync(slot, cancellationToken).ConfigureAwait(false) is not { } query)
            return RoundRun.NotClaimed;
        if (await DecideAsync(query, cancellationToken).ConfigureAwait(false) is not { } report)
            return RoundRun.Abandoned;

        await publisher.RoundCompletedAsync(report, CancellationToken.None).ConfigureAwait(false);
        return RoundRun.Completed;
    }

    private async Task<RoundQuery?> ClaimAsync(Slot slot, CancellationToken cancellationToken)
    {
        var snapshot = await store.LoadAsync(null, cancellationToken).ConfigureAwait(false);
        // Asked before the claim: a replay that has ended claims no slots and records nothing. A process whose rules are
        // no longer in force leaves the slot to the one that named newer ones.
        if (market.MomentOf(snapshot.State.Round.Next, slot) is null
            || await engine.RulesForNextRoundAsync(snapshot.State, cancellationToken).ConfigureAwait(false) is not { } rules)
            return null;

        await engine.SettleAsync(slot, missed, cancellationToken).ConfigureAwait(false);
        var lease = rules.Schedule.GatherTimeout + CommitAllowance;
        return await store.ClaimSlotAsync(slot, lease, cancellationToken).ConfigureAwait(false) is { } round
            && market.MomentOf(round, slot) is { } moment
                ? new RoundQuery(
                    rules.ToDigest(), round, slot,
                    // Decided on as it is stored: a re-decision reads whole milliseconds.
                    moment with { Time = InstantText.Truncate(moment.Time) },
                    rules.Market.Sources, rules.Schedule.GatherTimeout)
                : null;
    }

    private async Task<RoundReport?> DecideAsync(RoundQuery query, CancellationToken cancellationToken)
    {
        try
        {
            var gathering = await network.GatherAsync(engine.Rules.Settings.Nodes, query, cancellationToken).ConfigureAwait(false);
            var report = await engine.DecideAsync(RoundInputs.Of(query, gathering), cancellationToken).ConfigureAwait(false);
            if (report is null)
                await engine.RecordAsync(new Notice.SlotAbandoned(query.Slot, query.Round, SlotAbandonment.Superseded))
                    .ConfigureAwait(false);
            return report;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await engine.RecordAsync(new Notice.SlotAbandoned(query.Slot, query.Round, SlotAbandonment.Stopped))
                .ConfigureAwait(false);
            throw;
        }
        catch (Exception fault)
        {
            // Should the database be what broke, then this fails too and the lease ends the slot later.
            await engine.RecordAsync(new Notice.SlotFailed(query.Slot, query.Round, fault.GetType().Name))
                .ConfigureAwait(false);
            throw;
        }
    }
}
