using System.Globalization;

namespace Aura.Dashboard.Sources;

/// <summary>Amounts as vendors print them.</summary>
internal static class Amount
{
    /// <summary>The amount with exactly so many places, half-even.</summary>
    public static string Fixed(decimal amount, int places) =>
        decimal.Round(amount, places, MidpointRounding.ToEven)
            .ToString("F" + places.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
