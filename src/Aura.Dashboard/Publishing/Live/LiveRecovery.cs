using Aura.Dashboard.Queries;
using Aura.Engine.Publishing;
using Aura.Engine.Rounds;

namespace Aura.Dashboard.Publishing.Live;

/// <summary>Fills the feed from the database after a start.</summary>
internal sealed class LiveRecovery(IRoundStore store, IRoundHistory history, RulesInForce rules, RoundFeed feed)
{
    /// <summary>The ledger's end at the recovery: what was written later is followed.</summary>
    public long Sequence { get; private set; }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var snapshot = await store.LoadAsync(null, cancellationToken);
        rules.Follow(snapshot.State);
        var reports = await history.BeforeAsync(null, RoundFeed.LongestHistory, cancellationToken);
        feed.Recover(
            reports.Reverse(),
            rules.Current.Scopes.Select(scope => BreakerReport.Of(snapshot.State.BreakerOf(scope), rules.Current.Breaker, [])),
            snapshot.State.Alerts);
        Sequence = snapshot.Head.Sequence;
    }
}
