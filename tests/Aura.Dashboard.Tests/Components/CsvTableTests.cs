using Aura.Dashboard.Components.Controls;

namespace Aura.Dashboard.Tests.Components;

public sealed class CsvTableTests
{
    [Fact]
    public void Cells_with_commas_quotes_or_line_breaks_are_quoted_as_RFC_4180_says() =>
        Assert.Equal("a,b\r\n\"x,y\",\"say \"\"no\"\"\"\r\n\"two\nlines\",\r\n", Text(["x,y", "say \"no\""], ["two\nlines", null]));

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\tx")]
    public void A_text_that_a_spreadsheet_would_compute_is_disarmed(string text) =>
        Assert.EndsWith($"'{text},1\r\n", Text([text, 1]), StringComparison.Ordinal);

    [Fact]
    public void Numbers_and_times_are_written_the_same_in_every_language() =>
        Assert.EndsWith(
            "-1234.5,2026-01-02T15:00:00.250Z\r\n",
            Text([-1234.50m, new DateTimeOffset(2026, 1, 2, 16, 0, 0, 250, TimeSpan.FromHours(1))]),
            StringComparison.Ordinal);

    private static string Text(params object?[][] rows) => new CsvTable(["a", "b"], rows).ToText();
}
