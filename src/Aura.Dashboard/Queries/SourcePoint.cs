using Aura.Engine.Market;

namespace Aura.Dashboard.Queries;

/// <summary>The converted price of a source in one round, USD per unit of the asset; null without agreement.</summary>
public sealed record SourcePoint(SourceId Source, decimal? Price);
