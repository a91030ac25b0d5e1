using Aura.Engine.Market;

namespace Aura.Engine.Consensus;

/// <summary>How a source takes part in consensus.</summary>
/// <param name="Source">The source.</param>
/// <param name="Agreement">What the nodes vote on.</param>
/// <param name="Weight">Positive weight in the asset's weighted mean.</param>
public sealed record SourceWeight(SourceId Source, AgreementKind Agreement, decimal Weight);
