using System.Text.Json.Serialization;

namespace Aura.Dashboard.Components.Charts;

/// <summary>A series as the script wants it: Unix milliseconds, then the value, or open, high, low and close.</summary>
internal sealed record ChartLine(string Name, IReadOnlyList<decimal?[]> Data)
{
    /// <summary>Every value that the axis must reach.</summary>
    [JsonIgnore]
    public IEnumerable<decimal> Values => Data.SelectMany(point => point.Skip(1)).OfType<decimal>();
}
