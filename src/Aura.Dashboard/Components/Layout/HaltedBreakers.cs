using System.Collections.Immutable;
using Aura.Engine.Publishing;

namespace Aura.Dashboard.Components.Layout;

/// <summary>The breakers that halt something. Equal while none of them made a transition.</summary>
public sealed record HaltedBreakers(ImmutableArray<BreakerReport> Halted)
{
    public bool Equals(HaltedBreakers? other) =>
        other is not null && Versions(this).SequenceEqual(Versions(other));

    public override int GetHashCode() => Halted.Length;

    private static IEnumerable<(string, long)> Versions(HaltedBreakers view) =>
        view.Halted.Select(breaker => (breaker.Scope.Value, (long)breaker.Version));
}
