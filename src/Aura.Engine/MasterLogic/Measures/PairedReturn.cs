using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Aura.Engine.Canon;

namespace Aura.Engine.MasterLogic.Measures;

/// <summary>What two assets gained between the same two rounds.</summary>
/// <param name="Before">The round of the earlier prices.</param>
/// <param name="Round">The round of the later prices.</param>
/// <param name="First">The first asset's simple return, percent.</param>
/// <param name="Second">The second asset's simple return, percent.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PairedReturn(RoundNumber Before, RoundNumber Round, double First, double Second)
{
    /// <summary>
    /// Those of two series that span the same rounds. A return that reaches over other rounds than its partner would be
    /// compared with a move of another length.
    /// </summary>
    public static ImmutableArray<PairedReturn> Of(ImmutableArray<RoundReturn> first, ImmutableArray<RoundReturn> second)
    {
        var partners = second.ToDictionary(one => (one.Before, one.Round), one => one.Percent);
        var pairs = ImmutableArray.CreateBuilder<PairedReturn>(Math.Min(first.Length, second.Length));
        foreach (var one in first)
        {
            if (partners.TryGetValue((one.Before, one.Round), out double other))
                pairs.Add(new PairedReturn(one.Before, one.Round, one.Percent, other));
        }

        return pairs.DrainToImmutable();
    }
}
