using Aura.Dashboard.Queries;

namespace Aura.Dashboard.Storage;

/// <summary>The file belongs to this process, which announces its own commits: there is nobody to hear from.</summary>
internal sealed class SilentLedgerSignal : ILedgerSignal
{
    public Task WaitAsync(CancellationToken cancellationToken) =>
        Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
}
