namespace Aura.Dashboard.Queries;

/// <summary>The name under which the ledger is signed from an entry on.</summary>
/// <param name="FromSequence">The first entry at which the name held; 1 for the name made with the database.</param>
/// <param name="LedgerId">128 random bits in lower-case hexadecimal.</param>
internal sealed record LedgerIdentity(long FromSequence, string LedgerId)
{
    private const string OriginPrefix = "auradashboard.ledger/";

    /// <summary>The origin of its checkpoints, and the name of the keys that sign them.</summary>
    public string Origin => OriginPrefix + LedgerId;
}
