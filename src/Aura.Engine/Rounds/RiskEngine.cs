using Aura.Engine.Audit;
using Aura.Engine.Canon;
using Aura.Engine.Nodes;
using Aura.Engine.Publishing;

namespace Aura.Engine.Rounds;

/// <summary>
/// The lane: load, decide, commit with the expected ledger sequence. It keeps nothing between calls. Gathering happens
/// outside, so a hanging vendor never delays a trip.
/// </summary>
public sealed class RiskEngine(IRoundStore store, RuleSet rules, IReportPublisher publisher, TimeProvider time)
    : IDisposable
{
    private const int MostAttempts = 3;

    // A courtesy: one process does not conflict with itself. Several processes are kept apart by the sequence alone.
    private readonly SemaphoreSlim _lane = new(1, 1);

    /// <summary>The rule set that decides.</summary>
    public RuleSet Rules => rules;

    /// <summary>The digest of the rule set.</summary>
    public Digest Configuration { get; } = rules.ToDigest();

    /// <summary>
    /// Decides and commits a gathered round. Null when the head has moved to another round since the claim: the slot
    /// is then abandoned, never renumbered.
    /// </summary>
    /// <exception cref="InvalidOperationException">The ledger moved on at every attempt.</exception>
    public Task<RoundReport?> DecideAsync(RoundInputs inputs, CancellationToken cancellationToken) =>
        InLaneAsync<RoundReport?>(
            async () =>
            {
                var before = await store.LoadAsync(null, cancellationToken).ConfigureAwait(false);
                if (before.State.Round.Next != inputs.Evidence.Round)
                    return (Done: true, Result: null);

                var outcome = RoundDecision.Decide(before.State, rules, inputs);
                bool done = await store.CommitAsync(Commit(before, inputs, outcome), before.Head.Sequence).ConfigureAwait(false);
                return (done, outcome.Report);
            },
            cancellationToken);

    /// <summary>Decides and commits a command, or gives the answer it already has, and announces a change.</summary>
    /// <exception cref="InvalidOperationException">The ledger moved on at every attempt.</exception>
    public async Task<SubmitResult> SubmitAsync(OperatorCommand command, CancellationToken cancellationToken)
    {
        var (result, changed) = await InLaneAsync(() => TrySubmitAsync(command, cancellationToken), cancellationToken)
            .ConfigureAwait(false);
        if (changed is { } next && result is SubmitResult.Answered { Answer.Transition: { } transition })
            await publisher
                .BreakerChangedAsync(
                    transition, BreakerReport.Of(next.BreakerOf(command.Scope), rules.Breaker, []), CancellationToken.None)
                .ConfigureAwait(false);
        return result;
    }

    /// <inheritdoc/>
    public void Dispose() => _lane.Dispose();

    private async Task<(bool Done, (SubmitResult Result, EngineState? Changed) Result)> TrySubmitAsync(
        OperatorCommand command, CancellationToken cancellationToken)
    {
        var body = command.ToBodyDigest();
        var before = await store.LoadAsync(command.CommandId, cancellationToken).ConfigureAwait(false);
        if (before.Prior is { } prior)
            return (true, prior.BodyDigest == body
                ? (new SubmitResult.Answered(prior.Answer), null)
                : (new SubmitResult.KnownIdWithAnotherBody(), null));

        var evidence = new CommandEvidence(command, InstantText.Truncate(time.GetUtcNow()));
        var outcome = CommandDecision.Decide(before.State, rules, command, evidence.At);
        bool done = await store.CommitAsync(Commit(before, evidence, outcome, body), before.Head.Sequence).ConfigureAwait(false);
        return (done, (
            new SubmitResult.Answered(outcome.Answer),
            outcome.Answer.Status is CommandStatus.Executed ? outcome.Next : null));
    }

    private Commit.OfRound Commit(EngineSnapshot before, RoundInputs inputs, RoundOutcome outcome)
    {
        byte[] evidence = inputs.Evidence.ToBytes();
        byte[] report = outcome.Report.ToBytes();
        var entry = new LedgerEntry(
            before.Head.Sequence + 1, EntryKind.Round, outcome.Report.CompletedAt, outcome.Report.Round, null, Configuration,
            before.State.ToDigest(), outcome.Next.ToDigest(), Digest.Of(evidence), Digest.Of(report), before.Head.Hash);
        return new Commit.OfRound(
            SealedEntry.Of(entry), outcome.Next, rules, evidence, report, outcome.Report,
            [.. inputs.Bodies.Select(body => new ResponseBody(body.Key, body.Value))
                .OrderBy(body => body.Hash.Hex, StringComparer.Ordinal)]);
    }

    private Commit.OfCommand Commit(EngineSnapshot before, CommandEvidence command, CommandOutcome outcome, Digest body)
    {
        byte[] evidence = command.ToBytes();
        byte[] answer = outcome.Answer.ToBytes();
        var entry = new LedgerEntry(
            before.Head.Sequence + 1, EntryKind.Command, command.At, null, command.Command.CommandId, Configuration,
            before.State.ToDigest(), outcome.Next.ToDigest(), Digest.Of(evidence), Digest.Of(answer), before.Head.Hash);
        return new Commit.OfCommand(
            SealedEntry.Of(entry), outcome.Next, rules, evidence, answer, new PriorAnswer(body, outcome.Answer));
    }

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

        throw new InvalidOperationException($"The ledger moved on at each of {MostAttempts} attempts to commit.");
    }
}
