using Aura.Engine.Canon;

namespace Aura.Engine.Market;

/// <summary>One node asking one source in one round.</summary>
/// <param name="Source">Whom to ask.</param>
/// <param name="Node">Who asks; every node asks for itself.</param>
/// <param name="Round">The round being gathered.</param>
/// <param name="Slot">The slot it belongs to.</param>
/// <param name="MarketTime">The market's clock at this round, UTC.</param>
public sealed record FetchRequest(
    SourceRule Source, NodeId Node, RoundNumber Round, Slot Slot, DateTimeOffset MarketTime);
