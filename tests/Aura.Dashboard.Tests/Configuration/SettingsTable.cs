using System.Text;

namespace Aura.Dashboard.Tests.Configuration;

/// <summary>The README's table of settings, rendered from the schema.</summary>
internal static class SettingsTable
{
    private const string Begin = "<!-- settings: generated from appsettings.schema.json by `make settings-table` -->";
    private const string End = "<!-- end of settings -->";

    public static string Render(IEnumerable<SchemaSetting> settings)
    {
        var table = new StringBuilder("| setting | default | accepted | meaning |\n|---|---|---|---|\n");
        foreach (var setting in settings)
            table.Append("| `").Append(setting.Key).Append("` | ")
                .Append(setting.Default is { Length: > 0 } value ? $"`{value}`" : "–").Append(" | ")
                .Append(Accepted(setting)).Append(" | ").Append(setting.Description).Append(" |\n");
        return table.ToString();
    }

    /// <summary>The table of a README.</summary>
    public static string In(string readme)
    {
        var (begin, end) = Find(readme);
        return readme[begin..end];
    }

    /// <summary>The README with another table.</summary>
    public static string Replace(string readme, string table)
    {
        var (begin, end) = Find(readme);
        return readme[..begin] + table + readme[end..];
    }

    private static string Accepted(SchemaSetting setting) => setting switch
    {
        { Accepted: { Count: > 0 } names } => string.Join(", ", names.Select(name => $"`{name}`")),
        { Type: "object" } => "text by name",
        { Lowest: { } lowest, Highest: { } highest } => setting.Key.EndsWith(":Seed", StringComparison.Ordinal)
            ? "a whole number of 64 bits"
            : $"{lowest} to {highest}",
        { Lowest: { } lowest } => $"from {lowest}",
        { Above: { } above, Highest: { } highest } => $"above {above}, at most {highest}",
        { Above: { } above } => $"above {above}",
        _ => "text",
    };

    private static (int Begin, int End) Find(string readme)
    {
        int begin = readme.IndexOf(Begin, StringComparison.Ordinal);
        int end = readme.IndexOf(End, StringComparison.Ordinal);
        Assert.True(begin >= 0 && end > begin, $"README.md needs the lines {Begin} and {End} around the table.");
        return (begin + Begin.Length + 1, end);
    }
}
