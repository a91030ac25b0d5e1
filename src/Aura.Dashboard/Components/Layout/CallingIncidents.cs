using System.Collections.Immutable;
using Aura.Engine.Publishing.Alerts;

namespace Aura.Dashboard.Components.Layout;

/// <summary>The incidents that nobody answers. Equal while they are the same ones.</summary>
public sealed record CallingIncidents(ImmutableArray<Incident> Unanswered)
{
    public bool Equals(CallingIncidents? other) =>
        other is not null && Numbers(this).SequenceEqual(Numbers(other));

    public override int GetHashCode() => Unanswered.Length;

    private static IEnumerable<long> Numbers(CallingIncidents view) => view.Unanswered.Select(incident => incident.Number);
}
