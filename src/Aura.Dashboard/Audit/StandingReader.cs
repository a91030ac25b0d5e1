using Aura.Dashboard.Queries;
using Aura.Engine.Audit;

namespace Aura.Dashboard.Audit;

/// <summary>Puts together what the audit page says about the ledger.</summary>
internal sealed class StandingReader(
    ILedgerTree tree, ILedgerIdentity identities, ICheckpointArchive archive, ICheckpoints checkpoints) : ILedgerStatus
{
    public async Task<LedgerStatus> ReadAsync(CancellationToken cancellationToken)
    {
        var identity = await identities.CurrentAsync(cancellationToken);
        var latest = await archive.LatestAsync(identity.Origin, cancellationToken);
        return new LedgerStatus(
            await tree.SizeAsync(cancellationToken), identity.Origin,
            latest is null ? null : Checkpoint.Parse(latest.Text),
            checkpoints.Keys is [var active, ..] ? active.Fingerprint.Hex : null,
            checkpoints.Standing is LedgerStanding.Contradicted contradicted ? contradicted.Explanation : null);
    }
}
