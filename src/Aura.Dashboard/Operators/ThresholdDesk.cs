using Aura.Dashboard.Queries;
using Aura.Engine.Rounds;
using Aura.Engine.Rounds.Thresholds;

namespace Aura.Dashboard.Operators;

/// <summary>What pages and REST show of thresholds: what is proposed, and what it would have done.</summary>
internal sealed class ThresholdDesk(IRoundStore store, IRoundHistory history, RulesInForce rules)
{
    /// <summary>What has been proposed and agreed on.</summary>
    public async Task<ThresholdBook> ReadAsync(CancellationToken cancellationToken) =>
        (await store.LoadAsync(null, cancellationToken)).State.Thresholds ?? ThresholdBook.Empty;

    /// <summary>Tries thresholds on the latest rounds, beside those in force.</summary>
    public async Task<ThresholdTrial> TryAsync(ThresholdSet thresholds, CancellationToken cancellationToken)
    {
        var reports = await history.BeforeAsync(null, ThresholdTrial.Length, cancellationToken);
        return ThresholdTrial.Of(rules.Current, thresholds, [.. reports.Reverse()]);
    }
}
