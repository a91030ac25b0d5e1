namespace Aura.Dashboard.Queries;

/// <summary>Makes bundles that an auditor verifies without this host.</summary>
internal interface IEvidenceExport
{
    /// <summary>Writes a bundle of decided rounds.</summary>
    /// <param name="range">Rounds that exist.</param>
    /// <param name="actorId">Who asked for it: the opaque id of the account.</param>
    /// <param name="target">Where the archive goes.</param>
    /// <param name="cancellationToken">Ends the export.</param>
    /// <exception cref="InvalidDataException">The ledger does not hold where the bundle would begin or end.</exception>
    Task WriteAsync(BundleRange range, string actorId, Stream target, CancellationToken cancellationToken);
}
