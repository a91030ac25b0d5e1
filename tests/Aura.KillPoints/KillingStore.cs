using Aura.Engine.Canon;
using Aura.Engine.Rounds;

namespace Aura.KillPoints;

/// <summary>The real store; it says when a slot has just been claimed and whose transaction is a decision's.</summary>
internal sealed class KillingStore(IRoundStore inner, KillPoint point) : IRoundStore
{
    private static readonly AsyncLocal<bool> InCommit = new();

    /// <summary>Whether the current transaction is that of a decision, and not of a claim.</summary>
    public static bool IsCommitting => InCommit.Value;

    public Task<EngineSnapshot> LoadAsync(Guid? commandId, CancellationToken cancellationToken)
    {
        if (commandId is not null)
            point.Arm();
        return inner.LoadAsync(commandId, cancellationToken);
    }

    public Task<Arrears> LoadArrearsAsync(Slot before, DateTimeOffset now, CancellationToken cancellationToken) =>
        inner.LoadArrearsAsync(before, now, cancellationToken);

    public async Task<RoundNumber?> ClaimSlotAsync(Slot slot, TimeSpan lease, CancellationToken cancellationToken)
    {
        var round = await inner.ClaimSlotAsync(slot, lease, cancellationToken);
        if (round is not null)
            await point.PassAsync(KillPoint.AfterClaim);
        return round;
    }

    public async Task<CommitResult> CommitAsync(IReadOnlyList<Commit> commits, long expectedSequence)
    {
        InCommit.Value = commits is [Commit.OfRound or Commit.OfCommand];
        return await inner.CommitAsync(commits, expectedSequence);
    }

    public Task KeepRefusalAsync(PriorAnswer answer, string actorId, DateTimeOffset at) =>
        inner.KeepRefusalAsync(answer, actorId, at);
}
