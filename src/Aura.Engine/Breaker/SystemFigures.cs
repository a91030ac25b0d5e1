using System.Collections.Immutable;
using Aura.Engine.MasterLogic;

namespace Aura.Engine.Breaker;

/// <summary>What the causes of the SYSTEM breaker look at in one round.</summary>
/// <param name="Assessment">The system score.</param>
/// <param name="Assets">Every asset.</param>
/// <param name="RoundsWithoutDecision">Of the assets whose silence counts.</param>
/// <param name="InSession">Whether any market trades.</param>
public sealed record SystemFigures(
    SystemAssessment Assessment, ImmutableArray<AssetAssessment> Assets, ImmutableArray<int> RoundsWithoutDecision,
    bool InSession)
{
    /// <summary>Nodes that signed two different observations of the round.</summary>
    public int EquivocatingNodes { get; init; }

    /// <summary>f, the nodes that may be faulty.</summary>
    public int Faulty { get; init; }
}
