using System.Collections.Concurrent;
using Aura.Dashboard.Storage;
using Aura.Engine.Canon;
using Aura.Engine.Rounds;
using Microsoft.Extensions.DependencyInjection;

namespace Aura.Dashboard.Tests.Storage;

/// <summary>The real store, remembering what was committed; a test may let something happen before the next commit.</summary>
internal sealed class RecordingStore(RoundStore inner) : IRoundStore, IDisposable
{
    private Func<Task>? _beforeNextCommit;

    public ConcurrentQueue<(Commit Commit, bool Done)> Commits { get; } = new();

    public static void In(AuraHost host) => host.Replacing(services => services.AddSingleton<IRoundStore>(provider =>
        new RecordingStore(ActivatorUtilities.CreateInstance<RoundStore>(provider))));

    public static RecordingStore Of(AuraHost host) => (RecordingStore)host.Get<IRoundStore>();

    public void Dispose() => inner.Dispose();

    public void BeforeNextCommit(Func<Task> happens) => _beforeNextCommit = happens;

    public Task<EngineSnapshot> LoadAsync(Guid? commandId, CancellationToken cancellationToken) =>
        inner.LoadAsync(commandId, cancellationToken);

    public Task<Arrears> LoadArrearsAsync(Slot before, DateTimeOffset now, CancellationToken cancellationToken) =>
        inner.LoadArrearsAsync(before, now, cancellationToken);

    public Task KeepRefusalAsync(PriorAnswer answer, string actorId, DateTimeOffset at) =>
        inner.KeepRefusalAsync(answer, actorId, at);

    public Task<RoundNumber?> ClaimSlotAsync(Slot slot, TimeSpan lease, CancellationToken cancellationToken) =>
        inner.ClaimSlotAsync(slot, lease, cancellationToken);

    public async Task<CommitResult> CommitAsync(IReadOnlyList<Commit> commits, long expectedSequence)
    {
        if (Interlocked.Exchange(ref _beforeNextCommit, null) is { } happens)
            await happens();
        var result = await inner.CommitAsync(commits, expectedSequence);
        foreach (var commit in commits)
            Commits.Enqueue((commit, result is CommitResult.Committed));
        return result;
    }
}
