using Aura.Dashboard.Queries;
using Aura.Engine.Audit;
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
    /// <summary>All commands with what the server found, in order.</summary>
    public IReadOnlyList<OperatorCommand> Commands { get; init; } = [];

    /// <summary>Rounds and commands: the entries that somebody decided.</summary>
    public int Decisions => Rounds + Answers.Count;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<LedgerWalk> AllAsync(AuraHost host)
    {
        var walk = new LedgerWalk(0, 0, [], [], EngineState.Initial, null);
        long last = (await host.Get<ILedgerArchive>().HeadAsync(Cancelled))?.Sequence ?? 0;
        await foreach (var replayed in host.Get<ILedgerReplay>().FollowAsync(1, last, Cancelled))
        {
            if (replayed is not { State: { } state, Entry: { } entry })
                return walk with { Broken = replayed.Fault };
            walk = walk with
            {
                Sequence = entry.Sequence,
                Rounds = walk.Rounds + (entry.Kind is EntryKind.Round ? 1 : 0),
                Answers = entry.Kind is EntryKind.Command
                    ? [.. walk.Answers, CommandAnswer.Parse(replayed.Outcome.Span)]
                    : walk.Answers,
                Commands = entry.Kind is EntryKind.Command
                    ? [.. walk.Commands, CommandEvidence.Parse(replayed.Evidence.Span).Command]
                    : walk.Commands,
                Notices = entry.Kind is EntryKind.Notice
                    ? [.. walk.Notices, NoticeEvidence.Parse(replayed.Evidence.Span).Notice]
                    : walk.Notices,
                State = state,
            };
        }

        return walk;
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
}
