using System.Threading.Channels;
using Aura.Dashboard.Queries;
using Aura.Dashboard.Storage;
using Aura.Engine.Audit;
using Microsoft.Extensions.DependencyInjection;

namespace Aura.Dashboard.Tests.Audit;

/// <summary>The real archive, which tells what it was given and fails when a test says so.</summary>
internal sealed class ScriptedCheckpoints(ICheckpointArchive inner) : ICheckpointArchive
{
    private readonly Channel<SignedNote> _appended = Channel.CreateUnbounded<SignedNote>();
    private readonly TaskCompletionSource _began = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Thrown instead of writing, as if the process or the disk ended there; null writes.</summary>
    public Exception? Fault { get; set; }

    /// <summary>Holds every write up until it ends, as a slow disk does; null holds nothing up.</summary>
    public Task? Delay { get; set; }

    /// <summary>Done when a write has begun.</summary>
    public Task Began => _began.Task;

    public static void In(AuraHost host) => host.Replacing(services => services.AddSingleton<ICheckpointArchive>(
        provider => new ScriptedCheckpoints(ActivatorUtilities.CreateInstance<CheckpointArchive>(provider))));

    public static ScriptedCheckpoints Of(AuraHost host) => (ScriptedCheckpoints)host.Get<ICheckpointArchive>();

    /// <summary>The next checkpoint that is written.</summary>
    public async Task<Checkpoint> NextAsync(CancellationToken cancellationToken) =>
        Checkpoint.Parse((await _appended.Reader.ReadAsync(cancellationToken).AsTask()
            .WaitAsync(TimeSpan.FromSeconds(30), cancellationToken)).Text);

    public Task<SignedNote?> LatestAsync(string origin, CancellationToken cancellationToken) =>
        inner.LatestAsync(origin, cancellationToken);

    public Task<SignedNote?> CoveringAsync(string origin, long sequence, CancellationToken cancellationToken) =>
        inner.CoveringAsync(origin, sequence, cancellationToken);

    public Task<IReadOnlyList<SignedNote>> BetweenAsync(
        string origin, long smallest, long largest, CancellationToken cancellationToken) =>
        inner.BetweenAsync(origin, smallest, largest, cancellationToken);

    public Task<IReadOnlyList<SignedNote>> AllAsync(CancellationToken cancellationToken) => inner.AllAsync(cancellationToken);

    public async Task<bool> AppendAsync(SignedNote note, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (Fault is { } fault)
            throw fault;

        _began.TrySetResult();
        if (Delay is { } delay)
            await delay;
        // What the disk has been given cannot be called off any more.
        bool isKept = await inner.AppendAsync(note, at, CancellationToken.None);
        await _appended.Writer.WriteAsync(note, CancellationToken.None);
        return isKept;
    }
}
