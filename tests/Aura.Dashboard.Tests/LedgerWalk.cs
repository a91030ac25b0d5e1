using Aura.Dashboard.Queries;
using Aura.Engine.Audit;
using Aura.Engine.Rounds;
using Aura.Engine.Rounds.Verification;

namespace Aura.Dashboard.Tests;

/// <summary>
/// What an auditor does: reads the ledger from its first entry, follows the hash chain, and decides every round and
/// command again from what is stored about it. Any difference of one bit ends the walk.
/// </summary>
/// <param name="Sequence">The last entry that holds.</param>
/// <param name="Rounds">Rounds decided again.</param>
/// <param name="Answers">The answers to all commands, in order.</param>
/// <param name="Notices">Everything that was recorded without a decision, in order.</param>
/// <param name="State">The state after the last entry that holds.</param>
/// <param name="Broken">What is wrong with the entry after it; null at the ledger's end.</param>
internal sealed record LedgerWalk(
    long Sequence, int Rounds, IReadOnlyList<CommandAnswer> Answers, IReadOnlyList<Notice> Notices,
    EngineState State, string? Broken)
{
    /// <summary>Rounds and commands: the entries that somebody decided.</summary>
    public int Decisions => Rounds + Answers.Count;

    private const int Batch = 100;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<LedgerWalk> AllAsync(AuraHost host)
    {
        var archive = host.Get<ILedgerArchive>();
        var head = LedgerHead.Empty;
        var state = EngineState.Initial;
        int rounds = 0;
        var answers = new List<CommandAnswer>();
        var notices = new List<Notice>();
        while (await archive.AfterAsync(head.Sequence, Batch, Cancelled) is { Count: > 0 } batch)
        {
            foreach (var stored in batch)
            {
                var step = LedgerChain.Follow(head, stored.Bytes.Span, stored.Hash);
                if (step is not ChainStep.Linked linked)
                    return new(head.Sequence, rounds, answers, notices, state, ((ChainStep.Broken)step).Reason);

                var evidence = await archive.DocumentAsync(linked.Entry.Evidence, Cancelled);
                var outcome = linked.Entry.Outcome is { } named
                    ? await archive.DocumentAsync(named, Cancelled)
                    : ReadOnlyMemory<byte>.Empty;
                if (head.Sequence == 0)
                    state = Redecision.Genesis(linked.Entry);
                var again = await DecideAgainAsync(archive, state, linked.Entry, evidence, outcome);
                if (again is not RedecisionStep.Same same)
                    return new(
                        head.Sequence, rounds, answers, notices, state,
                        $"Entry {stored.Sequence}: {((RedecisionStep.Different)again).Reason}");

                rounds += linked.Entry.Kind is EntryKind.Round ? 1 : 0;
                if (linked.Entry.Kind is EntryKind.Command)
                    answers.Add(CommandAnswer.Parse(outcome.Span));
                if (linked.Entry.Kind is EntryKind.Notice)
                    notices.Add(NoticeEvidence.Parse(evidence.Span).Notice);
                (head, state) = (linked.Head, same.Next);
            }
        }

        return new(head.Sequence, rounds, answers, notices, state, null);
    }

    /// <summary>The whole ledger, which must hold and lead to the state that the host would continue from.</summary>
    public static async Task<LedgerWalk> HoldsAsync(AuraHost host)
    {
        var walk = await AllAsync(host);
        Assert.Null(walk.Broken);
        var snapshot = await host.Get<IRoundStore>().LoadAsync(null, Cancelled);
        Assert.Equal(walk.Sequence, snapshot.Head.Sequence);
        Assert.Equal(walk.State.ToBytes(), snapshot.State.ToBytes());
        return walk;
    }

    private static async Task<RedecisionStep> DecideAgainAsync(
        ILedgerArchive archive, EngineState state, LedgerEntry entry, ReadOnlyMemory<byte> evidence, ReadOnlyMemory<byte> outcome)
    {
        var rules = await archive.RuleSetAsync(entry.Configuration, Cancelled);
        var bodies = entry.Kind is EntryKind.Round
            ? await archive.BodiesAsync(RoundEvidence.Parse(evidence.Span).Bodies, Cancelled)
            : [];
        return Redecision.Follow(
            state, entry, rules, evidence, outcome, hash => bodies.FirstOrDefault(body => body.Hash == hash)?.Bytes);
    }
}
