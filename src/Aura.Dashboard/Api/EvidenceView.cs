namespace Aura.Dashboard.Api;

/// <summary>Everything that decides a round again and must lead to the same outcome.</summary>
/// <param name="Round">The round.</param>
/// <param name="Entry">Its ledger entry, which names the digests below.</param>
/// <param name="RuleSet">The rules in force.</param>
/// <param name="Evidence">What came from outside.</param>
/// <param name="Outcome">The round's report.</param>
/// <param name="Bodies">The vendors' raw bodies that the evidence names, sorted by digest.</param>
internal sealed record EvidenceView(
    long Round, LedgerEntryView Entry, DocumentView RuleSet, DocumentView Evidence, DocumentView Outcome,
    IReadOnlyList<DocumentView> Bodies);
