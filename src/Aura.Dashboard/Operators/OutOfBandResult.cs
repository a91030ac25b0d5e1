using Aura.Engine.Canon;
using Aura.Engine.Rounds;

namespace Aura.Dashboard.Operators;

/// <summary>What became of a trip without a web host.</summary>
internal abstract record OutOfBandResult
{
    private OutOfBandResult()
    {
    }

    /// <summary>The engine answered; the ledger holds it.</summary>
    internal sealed record Answered(CommandAnswer Answer) : OutOfBandResult;

    /// <summary>The rules in force know no such breaker; nothing was recorded.</summary>
    internal sealed record UnknownScope(IReadOnlyList<Scope> Known) : OutOfBandResult;

    /// <summary>The ledger names no rules yet: no dashboard of this version has started on it.</summary>
    internal sealed record NoRules : OutOfBandResult;

    /// <summary>Others wrote at every attempt.</summary>
    internal sealed record LedgerBusy : OutOfBandResult;
}
