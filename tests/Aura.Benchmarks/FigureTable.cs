namespace Aura.Benchmarks;

/// <summary>The table that people read: columns as wide as their widest text, and below each line how to read it.</summary>
internal static class FigureTable
{
    private static readonly string[] Heads = ["what", "ours", "floor", "ratio", "goal", "met or not"];

    public static void Write(TextWriter target, IReadOnlyList<Figure> figures)
    {
        List<string[]> lines =
        [
            Heads,
            .. figures.Select(figure => (string[])
                [figure.What, figure.Ours, figure.Floor, figure.Ratio, figure.Goal, figure.Verdict]),
        ];
        int[] widths = [.. Heads.Select((_, column) => lines.Max(line => line[column].Length))];
        for (int i = 0; i < lines.Count; i++)
        {
            target.WriteLine(string.Join("  ", lines[i].Select((text, column) => text.PadRight(widths[column]))).TrimEnd());
            if (i > 0)
                target.WriteLine($"    {figures[i - 1].Remark}");
        }
    }
}
