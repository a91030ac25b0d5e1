using System.Collections.Concurrent;
using Aura.Dashboard.Queries;
using Aura.Engine.Canon;
using Aura.Engine.Publishing;
using Aura.Engine.Publishing.Explanations;
using Aura.Engine.Rounds;

namespace Aura.Dashboard.Publishing.Live;

/// <summary>
/// Explains rounds under the rule set that each of them names: one that was decided under other settings would be
/// explained wrongly by those in force.
/// </summary>
internal sealed class RoundExplainer(ILedgerArchive archive)
{
    // As many as there ever were settings: people change them, rounds do not.
    private readonly ConcurrentDictionary<Digest, RuleSet> _known = new();

    /// <summary>Explains a round under a rule set that the caller knows to be the round's.</summary>
    public static RoundExplanation Explain(RoundReport report, RuleSet rules) =>
        RoundExplanation.Of(report, rules.Consensus, rules.Risk, rules.Breaker);

    /// <summary>Explains a round that storage gave back.</summary>
    public async ValueTask<RoundExplanation> ExplainAsync(RoundReport report, CancellationToken cancellationToken)
    {
        if (!_known.TryGetValue(report.Configuration, out var rules))
        {
            rules = await archive.RuleSetAsync(report.Configuration, cancellationToken);
            _known.TryAdd(report.Configuration, rules);
        }

        return Explain(report, rules);
    }
}
