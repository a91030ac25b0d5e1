using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Aura.Engine.Market;

namespace Aura.Engine.Consensus;

/// <summary>What the consensus stage needs to know.</summary>
/// <param name="QuorumPercent">The share of the configured nodes that must agree, in percent.</param>
/// <param name="Sources">Sorted by source.</param>
/// <param name="OuncesPerShare">
/// Published factors sorted by date; empty means the formula of <see cref="Consensus.OuncesPerShare"/>.
/// </param>
/// <param name="MedianTolerancePercent">
/// How far from the median a value may lie and still be a vote for it, in percent of the median, both ends included.
/// The first rule sets, which knew no median, do not state it.
/// </param>
public sealed record ConsensusRules(
    int QuorumPercent, ImmutableArray<SourceWeight> Sources, ImmutableArray<OuncesOnDate> OuncesPerShare,
    decimal MedianTolerancePercent = ConsensusRules.DefaultMedianTolerancePercent)
{
    /// <summary>The specification's tolerance.</summary>
    public const decimal DefaultMedianTolerancePercent = 0.5m;

    /// <summary>When a price is taken for one in another unit; null, and not written, under rules that never do.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public UnitRules? Units { get; init; }

    /// <summary>The weight of a configured source.</summary>
    /// <exception cref="InvalidOperationException">The source has none: the rule set is inconsistent.</exception>
    public SourceWeight Of(SourceId source) => Sources.First(weight => weight.Source == source);
}
