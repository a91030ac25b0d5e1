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
        var judged = observations
            .Select(attributed => (attributed.Observation, Defect: FindDefect(rules, configuration, round, slot, attributed)))
            .ToList();
        // Only what a node really signed counts as said: a forgery in its name must not silence it.
        var said = judged.Where(j => j.Defect is ObservationDefect.None)
            .Select(j => j.Observation)
            .ToLookup(observation => observation.Node);
        return (
            [.. said.Where(node => node.Count() == 1).OrderBy(node => node.Key).Select(node => node.Single())],
            [
                .. judged.Where(j => j.Defect is not ObservationDefect.None)
                    .Select(j => new DroppedObservation(j.Observation.Node, j.Defect))
                    .Concat(said.Where(node => node.Count() > 1).SelectMany(node =>
                        node.Select(_ => new DroppedObservation(node.Key, ObservationDefect.Repeated))))
                    .OrderBy(dropped => dropped.Node).ThenBy(dropped => dropped.Defect),
            ]);
    }

    /// <summary>Why an observation does not count by itself; whether its node said something else is not asked here.</summary>
    public static ObservationDefect FindDefect(
        NodeRules rules, Digest configuration, RoundNumber round, Slot slot, AttributedObservation attributed)
    {
        var observation = attributed.Observation;
        if (rules.KeyOf(observation.Node) is not { } key)
            return ObservationDefect.UnknownNode;
        if (observation.Configuration != configuration)
            return ObservationDefect.WrongConfiguration;
        if (observation.Round != round || observation.Slot != slot)
            return ObservationDefect.WrongRound;
        return attributed.Signature.IsBy(key, observation.ToBytes())
            ? ObservationDefect.None
            : ObservationDefect.BadSignature;
    }
}
