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
        var judged = observations.Select(attributed => (attributed.Observation, Defect: Judge(attributed))).ToList();
        // Only what a node really signed counts as said: a forgery in its name must not silence it.
        var repeated = judged.Where(j => j.Defect is ObservationDefect.None)
            .GroupBy(j => j.Observation.Node).Where(said => said.Count() > 1).Select(said => said.Key).ToHashSet();
        return (
            [
                .. judged.Where(j => j.Defect is ObservationDefect.None && !repeated.Contains(j.Observation.Node))
                    .Select(j => j.Observation).OrderBy(observation => observation.Node),
            ],
            [
                .. judged.Select(j => repeated.Contains(j.Observation.Node) && j.Defect is ObservationDefect.None
                        ? new DroppedObservation(j.Observation.Node, ObservationDefect.Repeated)
                        : new DroppedObservation(j.Observation.Node, j.Defect))
                    .Where(dropped => dropped.Defect is not ObservationDefect.None)
                    .OrderBy(dropped => dropped.Node).ThenBy(dropped => dropped.Defect),
            ]);

        ObservationDefect Judge(AttributedObservation attributed)
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
}
