using Aura.Dashboard.Queries;

namespace Aura.Dashboard.Storage.Postgres;

/// <summary>The pages belong to the server, which has checksums and tools of its own for them.</summary>
internal sealed class ServerStructure : IStorageStructure
{
    public Task<string?> FindFaultAsync(CancellationToken cancellationToken) => Task.FromResult<string?>(null);
}
