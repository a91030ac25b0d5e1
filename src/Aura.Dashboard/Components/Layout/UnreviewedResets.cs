using System.Collections.Immutable;
using Aura.Engine.Publishing;

namespace Aura.Dashboard.Components.Layout;

/// <summary>The breakers that one person reset alone and nobody else has looked at. Equal while the resets are the same.</summary>
public sealed record UnreviewedResets(ImmutableArray<BreakerReport> Breakers)
{
    public bool Equals(UnreviewedResets? other) => other is not null && Ids(this).SequenceEqual(Ids(other));

    public override int GetHashCode() => Breakers.Length;

    private static IEnumerable<Guid> Ids(UnreviewedResets view) =>
        view.Breakers.SelectMany(breaker => breaker.Unreviewed ?? []).Select(reset => reset.Command.CommandId);
}
