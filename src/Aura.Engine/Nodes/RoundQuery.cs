using System.Collections.Immutable;
using Aura.Engine.Canon;
using Aura.Engine.Market;

namespace Aura.Engine.Nodes;

/// <summary>What every node is asked in one round.</summary>
/// <param name="Configuration">The digest of the rule set in force.</param>
/// <param name="Round">The round being gathered.</param>
/// <param name="Slot">Its slot.</param>
/// <param name="Moment">The market's clock at the round.</param>
/// <param name="Sources">The sources to ask, sorted by id.</param>
/// <param name="Deadline">Time allowed for all answers together.</param>
public sealed record RoundQuery(
    Digest Configuration, RoundNumber Round, Slot Slot, MarketMoment Moment,
    ImmutableArray<SourceRule> Sources, TimeSpan Deadline);
