using System.Collections.Immutable;
using Aura.Engine.Canon;

namespace Aura.Engine.Nodes;

/// <summary>Decides which observations of a round are counted. Pure; never throws for anything a node can send.</summary>
public static class ObservationCheck
{
    /// <summary>Splits the observations into those that count, sorted by node, and the defects of the others.</summary>
    public static (ImmutableArray<Observation> Counted, ImmutableArray<DroppedObservation> Dropped) Sift(
        NodeRules rules, Digest configuration, RoundNumber round, Slot slot,
        ImmutableArray<AttributedObservation> observations)
    {
        var repeated = observations.GroupBy(o => o.Observation.Node).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet();
        var judged = observations
            .OrderBy(attributed => attributed.Observation.Node)
            .ThenBy(attributed => attributed.Signature.Hex, StringComparer.Ordinal)
            .Select(attributed => (attributed.Observation, Defect: Judge(attributed)))
            .ToList();
        return (
            [.. judged.Where(j => j.Defect is ObservationDefect.None).Select(j => j.Observation)],
            [.. judged.Where(j => j.Defect is not ObservationDefect.None)
                .Select(j => new DroppedObservation(j.Observation.Node, j.Defect))]);

        ObservationDefect Judge(AttributedObservation attributed)
        {
            var observation = attributed.Observation;
            if (rules.KeyOf(observation.Node) is not { } key)
                return ObservationDefect.UnknownNode;
            if (observation.Configuration != configuration)
                return ObservationDefect.WrongConfiguration;
            if (observation.Round != round || observation.Slot != slot)
                return ObservationDefect.WrongRound;
            if (!attributed.Signature.IsBy(key, observation.ToBytes()))
                return ObservationDefect.BadSignature;
            return repeated.Contains(observation.Node) ? ObservationDefect.Repeated : ObservationDefect.None;
        }
    }
}
