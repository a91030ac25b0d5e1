using System.Collections.Immutable;
using Aura.Engine.Canon;
using Aura.Engine.Market;

namespace Aura.Engine.Consensus;

/// <summary>What the network agreed on for one asset.</summary>
/// <param name="Asset">The asset.</param>
/// <param name="Sources">Every configured source, sorted by id.</param>
/// <param name="Aggregate">The price and its spread; null when no source was agreed.</param>
/// <param name="AgreedAt">The round's completion, UTC.</param>
public sealed record AssetAgreement(
    AssetSymbol Asset, ImmutableArray<SourceOutcome> Sources, PriceAggregate? Aggregate, DateTimeOffset AgreedAt)
{
    /// <summary>Whether each source was asked once for all nodes: however many vote for it, it has one witness.</summary>
    public bool SharedAnswers { get; init; }

    /// <summary>The sources that take part in the price.</summary>
    public IEnumerable<SourceOutcome> Agreed => Sources.Where(source => source.IsAgreed);

    /// <summary>The sources that agreed on a price in another unit.</summary>
    public IEnumerable<SourceOutcome> Quarantined => Sources.Where(source => source.Refusal is RefusalCode.WrongUnit
        && source.Quote is not null);
}
