using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Publishing;

namespace Aura.Engine.Rounds;

/// <summary>
/// The lane: load, decide, commit with the expected ledger sequence. It keeps nothing between calls that decides: which
/// rules are in force, the loaded state says. Gathering happens outside, so a hanging vendor never delays a trip.
/// </summary>
public sealed class RiskEngine(IRoundStore store, RulesInForce rules, IReportPublisher publisher, TimeProvider time)
    : IDisposable
{
    private const int MostAttempts = 3;

    // In one transaction, so that a start after a long night is not one commit per actor and slot; bounded, so that it
    // does not keep commands waiting.
    private const int MostNotices = 100;

    // A courtesy: one process does not conflict with itself. Several processes are kept apart by the sequence alone.
    private readonly SemaphoreSlim _lane = new(1, 1);

    /// <summary>The rules that decide.</summary>
    public RulesInForce Rules => rules;

    /// <summary>
    /// Decides and commits a gathered round. Null when another round or rule set was committed since the claim, or the
    /// claim has its ending already: the slot is then abandoned, never renumbered.
    /// </summary>
    /// <exception cref="LedgerMovedOnException">The ledger moved on at every attempt.</exception>
    public Task<RoundReport?> DecideAsync(RoundInputs inputs, CancellationToken cancellationToken) =>
        InLaneAsync<RoundReport?>(
            async () =>
            {
                var before = await store.LoadAsync(null, cancellationToken).ConfigureAwait(false);
                var inForce = rules.Of(before.State);
                var configuration = inForce.ToDigest();
                if (before.State.Round.Next != inputs.Evidence.Round || !before.State.Follows(configuration)
                    || inputs.Configuration is { } gathered && gathered != configuration)
                    return (Done: true, Result: null);

                var outcome = RoundDecision.Decide(before.State, inForce, inputs);
                var result = await CommitAsync(before, sealing => sealing.Seal(inputs, outcome)).ConfigureAwait(false);
                return (result is not CommitResult.LedgerMovedOn, result is CommitResult.Committed ? outcome.Report : null);
            },
            cancellationToken);

    /// <summary>Decides and commits a command, or gives the answer it already has, and announces a change.</summary>
    /// <exception cref="LedgerMovedOnException">The ledger moved on at every attempt.</exception>
    public async Task<SubmitResult> SubmitAsync(OperatorCommand command, CancellationToken cancellationToken)
    {
        var (result, changed) = await InLaneAsync(() => TrySubmitAsync(command, cancellationToken), cancellationToken)
            .ConfigureAwait(false);
        if (changed is { } next && result is SubmitResult.Answered { Answer: var answer })
        {
            if (!CommandDecision.ChangesNoBreaker(command.Kind))
                await AnnounceAsync(answer, BreakerReport.Of(next.BreakerOf(command.Scope), rules.Of(next).Breaker, []))
                    .ConfigureAwait(false);
            await AnnounceAlertsAsync(next).ConfigureAwait(false);
        }

        return result;
    }

    /// <summary>
    /// Names the rule set in the ledger when it is not the one in force. Once at start, before the first round.
    /// </summary>
    /// <exception cref="LedgerMovedOnException">The ledger moved on at every attempt.</exception>
    public Task AdoptRulesAsync(CancellationToken cancellationToken) =>
        InLaneAsync(() => TryAdoptAsync(_ => true, cancellationToken), cancellationToken);

    /// <summary>
    /// The rules for the next round, thresholds that were approved included: those come into force here, by an entry of
    /// their own. Null when another process named other rules than those of this one.
    /// </summary>
    /// <param name="seen">The state as it was just loaded.</param>
    /// <param name="cancellationToken">Cancels what is not yet being committed.</param>
    /// <exception cref="LedgerMovedOnException">The ledger moved on at every attempt.</exception>
    public async Task<RuleSet?> RulesForNextRoundAsync(EngineState seen, CancellationToken cancellationToken)
    {
        var state = rules.AreDue(seen)
            ? await InLaneAsync(() => TryAdoptAsync(rules.AreDue, cancellationToken), cancellationToken).ConfigureAwait(false)
            : seen;
        var inForce = rules.Of(state);
        return state.Follows(inForce.ToDigest()) ? inForce : null;
    }

    /// <summary>Records all that has no entry yet, up to a slot: claims that ran out, slots missed, refusals to sum up.</summary>
    /// <param name="slot">The present slot.</param>
    /// <param name="missed">The schedule.</param>
    /// <param name="cancellationToken">Cancels between two transactions.</param>
    public async Task SettleAsync(Slot slot, SlotsBetween missed, CancellationToken cancellationToken)
    {
        while (await SettleSomeAsync(slot, missed, cancellationToken).ConfigureAwait(false) is { } settled)
            await AnnounceAlertsAsync(settled).ConfigureAwait(false);
    }

    /// <summary>Records a notice, unless what it ends has its ending already, and announces what it changes.</summary>
    /// <exception cref="LedgerMovedOnException">The ledger moved on at every attempt.</exception>
    public async Task RecordAsync(Notice notice)
    {
        var changed = await InLaneAsync(() => TryRecordAsync(notice), CancellationToken.None).ConfigureAwait(false);
        if (changed is { System: { Last: { } transition } system })
            await publisher.BreakerChangedAsync(
                transition, BreakerReport.Of(system, rules.Current.Breaker, []), CancellationToken.None).ConfigureAwait(false);
        if (changed is { State: { } state })
            await AnnounceAlertsAsync(state).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Dispose() => _lane.Dispose();

    // The state after the rules that are due are in force, by an entry unless they were already.
    private async Task<(bool Done, EngineState Result)> TryAdoptAsync(
        Func<EngineState, bool> isWanted, CancellationToken cancellationToken)
    {
        var before = await store.LoadAsync(null, cancellationToken).ConfigureAwait(false);
        var (state, due) = (before.State, rules.Due(before.State));
        if (isWanted(state) && state.Configuration != due.ToDigest())
        {
            var commit = new Sealing(before, due).Seal(new Notice.RuleSetChanged(state.Configuration, due.ToDigest()), Now());
            if (await store.CommitAsync([commit], before.Head.Sequence).ConfigureAwait(false) is not CommitResult.Committed)
                return (false, state);
            state = commit.State;
        }

        rules.Follow(state);
        return (true, state);
    }

    private async Task<(bool Done, Recorded? Changed)> TryRecordAsync(Notice notice)
    {
        var before = await store.LoadAsync(null, CancellationToken.None).ConfigureAwait(false);
        var commit = new Sealing(before, rules.Of(before.State)).Seal(notice, Now());
        var result = await store.CommitAsync([commit], before.Head.Sequence).ConfigureAwait(false);
        var system = commit.State.BreakerOf(Scope.System);
        bool moved = system.Version > before.State.BreakerOf(Scope.System).Version;
        return (
            result is not CommitResult.LedgerMovedOn,
            result is CommitResult.Committed ? new Recorded(commit.State, moved ? system : null) : null);
    }

    private async Task<(bool Done, (SubmitResult Result, EngineState? Changed) Result)> TrySubmitAsync(
        OperatorCommand command, CancellationToken cancellationToken)
    {
        var body = command.ToBodyDigest();
        var before = await store.LoadAsync(command.CommandId, cancellationToken).ConfigureAwait(false);
        if (before.Prior is { } prior)
            return (true, prior.BodyDigest == body
                ? (new SubmitResult.Answered(prior.Answer), null)
                : (new SubmitResult.KnownIdWithAnotherBody(), null));

        var evidence = new CommandEvidence(command, Now());
        var outcome = CommandDecision.Decide(before.State, rules.Of(before.State), command, evidence.At);
        var answered = new SubmitResult.Answered(outcome.Answer);
        if (outcome.IsSummarised)
        {
            await store.KeepRefusalAsync(new PriorAnswer(body, outcome.Answer), command.Actor.Id, evidence.At)
                .ConfigureAwait(false);
            return (true, (answered, null));
        }

        var result = await CommitAsync(before, sealing => sealing.Seal(evidence, outcome, body)).ConfigureAwait(false);
        return (result is CommitResult.Committed, (
            answered, outcome.Answer.Status is CommandStatus.Refused ? null : outcome.Next));
    }

    // The state after some notices, whether or not they are new; null when there is nothing left to record.
    private Task<EngineState?> SettleSomeAsync(Slot slot, SlotsBetween missed, CancellationToken cancellationToken) =>
        InLaneAsync<EngineState?>(
            async () =>
            {
                var before = await store.LoadAsync(null, cancellationToken).ConfigureAwait(false);
                var now = Now();
                var arrears = await store.LoadArrearsAsync(slot, now, cancellationToken).ConfigureAwait(false);
                var notices = arrears.Notices(slot, missed, now).Take(MostNotices).ToList();
                if (notices.Count == 0)
                    return (Done: true, Result: null);

                var commits = Chain(before, notices, now);
                var result = await store.CommitAsync(commits, before.Head.Sequence).ConfigureAwait(false);
                return (
                    result is not CommitResult.LedgerMovedOn,
                    result is CommitResult.Committed ? commits[^1].State : before.State);
            },
            cancellationToken);

    private ValueTask AnnounceAlertsAsync(EngineState state) => state.Alerts is { } alerts
        ? publisher.AlertsChangedAsync(alerts, CancellationToken.None)
        : ValueTask.CompletedTask;

    private ValueTask AnnounceAsync(CommandAnswer answer, BreakerReport breaker) =>
        answer is { Status: CommandStatus.Executed, Transition: { } transition }
            ? publisher.BreakerChangedAsync(transition, breaker, CancellationToken.None)
            : publisher.RequestChangedAsync(breaker, CancellationToken.None);

    private Task<CommitResult> CommitAsync(EngineSnapshot before, Func<Sealing, Commit> seal) =>
        store.CommitAsync([seal(new Sealing(before, rules.Of(before.State)))], before.Head.Sequence);

    private List<Commit> Chain(EngineSnapshot before, IEnumerable<Notice> notices, DateTimeOffset now)
    {
        var commits = new List<Commit>();
        foreach (var notice in notices)
        {
            var commit = new Sealing(before, rules.Of(before.State)).Seal(notice, now);
            commits.Add(commit);
            before = new EngineSnapshot(commit.State, commit.Entry.Head, null);
        }

        return commits;
    }

    // As it is stored: a re-decision reads whole milliseconds.
    private DateTimeOffset Now() => InstantText.Truncate(time.GetUtcNow());

    private async Task<T> InLaneAsync<T>(Func<Task<(bool Done, T Result)>> attempt, CancellationToken cancellationToken)
    {
        await _lane.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            for (int i = 0; i < MostAttempts; i++)
            {
                var (done, result) = await attempt().ConfigureAwait(false);
                if (done)
                    return result;
            }
        }
        finally
        {
            _lane.Release();
        }

        throw new LedgerMovedOnException(MostAttempts);
    }

    private sealed record Recorded(EngineState State, BreakerRecord? System);
}
