namespace Aura.Dashboard.Components.Charts;

/// <summary>
/// How a line that is drawn becomes another one: without its first <paramref name="Dropped"/> points, of the rest the
/// first <paramref name="Kept"/>, then the added ones.
/// </summary>
internal sealed record ChartLineChange(string Name, int Dropped, int Kept, IReadOnlyList<decimal?[]> Added)
{
    /// <summary>The whole line, for whoever has drawn none.</summary>
    public static ChartLineChange To(ChartLine line) => new(line.Name, 0, 0, line.Data);

    public static ChartLineChange Between(ChartLine drawn, ChartLine wanted)
    {
        if (wanted.Data is not [var first, ..])
            return To(wanted);

        int dropped = 0;
        while (dropped < drawn.Data.Count && drawn.Data[dropped][0] < first[0])
            dropped++;
        int kept = 0;
        while (dropped + kept < drawn.Data.Count && kept < wanted.Data.Count
            && drawn.Data[dropped + kept].AsSpan().SequenceEqual(wanted.Data[kept]))
            kept++;
        return new ChartLineChange(wanted.Name, dropped, kept, [.. wanted.Data.Skip(kept)]);
    }
}
