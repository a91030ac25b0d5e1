using Aura.Dashboard.Queries;

namespace Aura.Dashboard.Storage;

/// <summary>
/// The file belongs to one serving process, but the verb <c>trip</c> writes to it too and a file tells nobody. Looking
/// for entries above the last one is a look into an index; a second is what a trip may take to reach every page.
/// </summary>
internal sealed class PeriodicLedgerSignal(TimeProvider time) : ILedgerSignal
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    public Task WaitAsync(CancellationToken cancellationToken) => Task.Delay(Period, time, cancellationToken);
}
