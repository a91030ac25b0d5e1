namespace Aura.Dashboard.Storage.Rows;

/// <summary>
/// The name under which the ledger is signed from an entry on. The first is made with the database; a further one only
/// when people continue a ledger that contradicts what was signed under the name before.
/// </summary>
internal sealed class LedgerIdentityRow
{
    public long FromSequence { get; init; }

    public required string LedgerId { get; init; }
}
