using Aura.Dashboard.Queries;
using Aura.Engine.Audit;
using Aura.Engine.Canon;
using Aura.Engine.Rounds;

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

                var again = await DecideAgainAsync(archive, state, linked.Entry);
                if (again.Difference is { } difference)
                    return new(head.Sequence, rounds, answers, notices, state, $"Entry {stored.Sequence}: {difference}");

                rounds += linked.Entry.Kind is EntryKind.Round ? 1 : 0;
                if (again.Answer is { } answer)
                    answers.Add(answer);
                if (again.Notice is { } notice)
                    notices.Add(notice);
                (head, state) = (linked.Head, again.Next);
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

    private static async Task<Again> DecideAgainAsync(ILedgerArchive archive, EngineState state, LedgerEntry entry)
    {
        var rules = await archive.RuleSetAsync(entry.Configuration, Cancelled);
        var evidence = await archive.DocumentAsync(entry.Evidence, Cancelled);
        var outcome = entry.Outcome is { } named
            ? await archive.DocumentAsync(named, Cancelled)
            : ReadOnlyMemory<byte>.Empty;
        var again = entry.Kind switch
        {
            EntryKind.Round => await RoundAsync(archive, state, rules, evidence),
            EntryKind.Command => Command(state, rules, evidence),
            _ => Record(state, evidence),
        };
        string? difference =
            rules.ToDigest() != entry.Configuration ? "another rule set is stored under its digest"
            : state.ToDigest() != entry.StateBefore ? "it begins from another state"
            : Digest.Of(evidence.Span) != entry.Evidence ? "its evidence was altered"
            : !evidence.Span.SequenceEqual(again.Evidence) ? "its evidence is written otherwise"
            : entry.Outcome is null != entry.Kind is EntryKind.Notice ? "it names an outcome of another kind of entry"
            : entry.Outcome is { } stored && Digest.Of(outcome.Span) != stored ? "its outcome was altered"
            : !outcome.Span.SequenceEqual(again.Outcome) ? "it is decided otherwise"
            : again.Next.ToDigest() != entry.StateAfter ? "it leads to another state"
            : null;
        return again with { Difference = difference };
    }

    private static async Task<Again> RoundAsync(
        ILedgerArchive archive, EngineState state, RuleSet rules, ReadOnlyMemory<byte> bytes)
    {
        var evidence = RoundEvidence.Parse(bytes.Span);
        var bodies = await archive.BodiesAsync(evidence.Bodies, Cancelled);
        var outcome = RoundDecision.Decide(state, rules, RoundInputs.Restore(evidence, bodies));
        return new Again(outcome.Next, evidence.ToBytes(), outcome.Report.ToBytes());
    }

    private static Again Command(EngineState state, RuleSet rules, ReadOnlyMemory<byte> bytes)
    {
        var evidence = CommandEvidence.Parse(bytes.Span);
        var outcome = CommandDecision.Decide(state, rules, evidence.Command, evidence.At);
        return new Again(outcome.Next, evidence.ToBytes(), outcome.Answer.ToBytes()) { Answer = outcome.Answer };
    }

    private static Again Record(EngineState state, ReadOnlyMemory<byte> bytes)
    {
        var evidence = NoticeEvidence.Parse(bytes.Span);
        return new Again(evidence.Notice.Apply(state), evidence.ToBytes(), []) { Notice = evidence.Notice };
    }

    private sealed record Again(EngineState Next, byte[] Evidence, byte[] Outcome)
    {
        public CommandAnswer? Answer { get; init; }

        public Notice? Notice { get; init; }

        public string? Difference { get; init; }
    }
}
