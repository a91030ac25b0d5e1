using Aura.Dashboard.Configuration;

namespace Aura.Dashboard.Tests.Sources.Replay;

/// <summary>A file that cannot be replayed stops the host, with line and column.</summary>
public sealed class ReplayFileTests
{
    private const string Good = "2006-03-20,55.17,0.0994719,554.4,21.4795";

    [Fact]
    public void A_missing_file_is_named()
    {
        using var host = new AuraHost().With("Market:Mode", "Replay").With("Market:Replay:Path", "no/such.csv");

        var refused = Assert.Throws<AuraSettingsException>(host.Started);

        Assert.Equal(["Market:Replay:Path is 'no/such.csv': there is no such file."], refused.Errors);
    }

    [Theory]
    [InlineData("2006-03-21,x,0.0994709,551.3,21.3638", "line 3, column 'gld_close': 'x'")]
    [InlineData("2006-03-21,-1,0.0994709,551.3,21.3638", "line 3, column 'gld_close': '-1'")]
    [InlineData("2006-03-21,0,0.0994709,551.3,21.3638", "line 3, column 'gld_close': '0'")]
    [InlineData("2006-03-21,1e3,0.0994709,551.3,21.3638", "line 3, column 'gld_close': '1e3'")]
    [InlineData("2006-03-21,NaN,0.0994709,551.3,21.3638", "line 3, column 'gld_close': 'NaN'")]
    [InlineData("2006-03-21,54.83,none,551.3,21.3638", "line 3, column 'oz_per_share': 'none'")]
    [InlineData("2006-13-21,54.83,0.0994709,551.3,21.3638", "line 3, column 'date': '2006-13-21'")]
    [InlineData(",54.83,0.0994709,551.3,21.3638", "line 3, column 'date': ''")]
    [InlineData("2006-03-20,54.83,0.0994709,551.3,21.3638", "line 3, column 'date': not later")]
    [InlineData("2006-03-19,54.83,0.0994709,551.3,21.3638", "line 3, column 'date': not later")]
    public void A_bad_line_is_named_with_its_column(string line, string expected)
    {
        using var csv = new ReplayCsv(ReplayCsv.Header, Good, line);

        Assert.StartsWith($"Market:Replay:Path, {expected}", Assert.Single(ErrorsOf(csv)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_that_the_file_lacks_is_named_by_its_key()
    {
        using var csv = new ReplayCsv("day,gld_close,oz_per_share,xau_1600et", "2006-03-20,55.17,0.0994719,554.4");

        var errors = ErrorsOf(csv);

        Assert.Equal(
            ["Market:Replay:Columns:msft-av", "Market:Replay:Columns:msft-finnhub",
                "Market:Replay:Columns:msft-twelvedata", "Market:Replay:DateColumn"],
            errors.Select(error => error.Split(' ')[0]).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.All(errors, error => Assert.EndsWith(
            "It has day, gld_close, oz_per_share, xau_1600et.", error, StringComparison.Ordinal));
    }

    [Fact]
    public void A_column_for_a_source_that_is_not_configured_is_refused()
    {
        using var csv = ReplayCsv.ThreeDays();

        var error = Assert.Single(ErrorsOf(csv, ("Market:Replay:Columns:gold-goldapy", "xau_1600et")));

        Assert.StartsWith("Market:Replay:Columns:gold-goldapy ", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "the file has no header line")]
    [InlineData(ReplayCsv.Header, "the file has no line below its header")]
    public void An_empty_file_is_refused(string content, string expected)
    {
        using var csv = content.Length == 0 ? new ReplayCsv() : new ReplayCsv(content);

        Assert.Contains(expected, Assert.Single(ErrorsOf(csv)), StringComparison.Ordinal);
    }

    [Fact]
    public void All_bad_lines_are_reported_together()
    {
        using var csv = new ReplayCsv(ReplayCsv.Header, Good, "x,y,z,554.4,21", "2006-03-22,54.75,0.0994698,?,20.9");

        var errors = ErrorsOf(csv);

        Assert.Equal(4, errors.Count);
        Assert.Contains("line 4, column 'xau_1600et'", errors[3], StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> ErrorsOf(ReplayCsv csv, params (string Key, string Value)[] settings)
    {
        using var host = new AuraHost();
        csv.Plays(host);
        foreach (var (key, value) in settings)
            host.With(key, value);
        return Assert.Throws<AuraSettingsException>(host.Started).Errors;
    }
}
