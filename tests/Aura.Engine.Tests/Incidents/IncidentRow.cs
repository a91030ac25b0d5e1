using System.Collections.Immutable;
using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.MasterLogic;

namespace Aura.Engine.Tests.Incidents;

/// <summary>One round of an incident's timeline.</summary>
/// <param name="Round">1, 2, 3 …</param>
/// <param name="Tier">The asset's tier.</param>
/// <param name="Causes">Active causes of its breaker, in order of severity.</param>
/// <param name="Shadows">Causes that would be active if they were more than counted.</param>
/// <param name="State">Its breaker after the round.</param>
/// <param name="System">The breaker above all assets.</param>
/// <param name="Published">The price that goes out; null for none.</param>
internal sealed record IncidentRow(
    int Round, Tier Tier, ImmutableArray<BreakerCause> Causes, ImmutableArray<BreakerCause> Shadows, BreakerState State,
    BreakerState System, decimal? Published)
{
    /// <summary>The row as files state it: what differs is shown in the words in which it was written.</summary>
    public override string ToString() =>
        $"{{ \"round\": {Round}, \"tier\": \"{Tier}\", \"causes\": [{Names(Causes)}]"
        + (Shadows.IsEmpty ? string.Empty : $", \"shadows\": [{Names(Shadows)}]")
        + $", \"state\": \"{State}\""
        + (System is BreakerState.Closed ? string.Empty : $", \"system\": \"{System}\"")
        + $", \"published\": {(Published is { } price ? $"\"{DecimalText.Of(price)}\"" : "null")} }}";

    private static string Names(ImmutableArray<BreakerCause> causes) => string.Join(", ", causes.Select(cause => $"\"{cause}\""));
}
