using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Aura.Dashboard.Components.Appearance;
using Aura.Dashboard.Components.Layout;
using Aura.Testing;

namespace Aura.Dashboard.Tests.Components;

/// <summary>Every word of a page goes through <see cref="Texts"/>, and every one of them is there in German.</summary>
public sealed partial class TextsTests
{
    private static readonly string Folder = Repository.PathOf("src", "Aura.Dashboard", "Components");

    private const int Longest = 10_000;

    private static readonly HashSet<string> Names = new(StringComparer.Ordinal) { "AuraDashboard", "LIVE", "NOT", "CSV", "PNG", "verify", "html" };

    [Fact]
    public void Every_text_of_a_page_has_a_German_one_and_none_is_left_over()
    {
        var used = Sources().SelectMany(source => Literal().Matches(source.Text).Select(match => Unescaped(match.Groups["text"].Value)))
            .Concat(NavMenu.Items.Select(item => item.Label))
            .Concat(Previews.All().SelectMany(preview => preview.Lines).Select(line => line.Template))
            .ToHashSet(StringComparer.Ordinal);
        var german = German();

        Assert.True(used.Count > 100);
        Assert.Empty(used.Except(german.Keys, StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal));
        Assert.Empty(german.Keys.Except(used, StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_German_text_shows_the_same_figures_as_the_English_one() =>
        Assert.Empty(German()
            .Where(pair => !Placeholders(pair.Key).SetEquals(Placeholders(pair.Value)))
            .Select(pair => pair.Key));

    [Fact]
    public void No_page_holds_a_word_that_is_not_translated()
    {
        var found = Sources()
            .Where(source => source.Path.EndsWith(".razor", StringComparison.Ordinal))
            .SelectMany(source => Bare().Matches(Markup(source.Text))
                .Select(match => match.Groups["text"].Value.Trim())
                .Where(words => !words.StartsWith("(var ", StringComparison.Ordinal))
                .Where(words => Word().Matches(words).Any(word => !Names.Contains(word.Value)))
                .Select(words => $"{Path.GetFileName(source.Path)}: {words}"));

        Assert.Empty(found);
    }

    [Fact]
    public void A_reader_of_German_gets_German_words_and_figures_and_the_record_stays_as_it_is()
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = Languages.German;
        try
        {
            Assert.Equal("vor 2 min 5 s", Figures.Age(Sample.Start, Sample.Start.AddSeconds(125)));
            Assert.Equal("3.348,6187211", Figures.Exact(3348.6187211m));
            Assert.Equal("02.01.2026 15:00:00 UTC", DeskZone.Utc.Stamp(Sample.Start));
            Assert.Equal("Closed", BreakerLook.Of(Aura.Engine.Breaker.BreakerState.Closed).Word);
            Assert.Equal("3348.5", $"{3348.5m}");
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private static Dictionary<string, string> German() =>
        XDocument.Load(Path.Combine(Folder, "Appearance", "Texts.de.resx")).Root!.Elements("data")
            .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value, StringComparer.Ordinal);

    private static IEnumerable<(string Path, string Text)> Sources() =>
        Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
            .Where(path => path.EndsWith(".razor", StringComparison.Ordinal) || path.EndsWith(".cs", StringComparison.Ordinal))
            .Select(path => (path, File.ReadAllText(path)));

    // Comments and expressions are not what a browser shows.
    private static string Markup(string razor) =>
        Expression().Replace(Comment().Replace(razor, string.Empty), string.Empty);

    private static HashSet<string> Placeholders(string text) =>
        Placeholder().Matches(text).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);

    private static string Unescaped(string literal) => Regex.Unescape(literal);

    [GeneratedRegex(@"(?<![\w.])T\(\s*""(?<text>(?:[^""\\]|\\.)*)""", RegexOptions.None, Longest)]
    private static partial Regex Literal();

    [GeneratedRegex(@"\{\d+\}", RegexOptions.None, Longest)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline, Longest)]
    private static partial Regex Comment();

    [GeneratedRegex("""@(?:\([^()]*(?:\([^()]*(?:\([^()]*\)[^()]*)*\)[^()]*)*\)|[\w.?!]+(?:\([^()]*(?:\([^()]*(?:\([^()]*\)[^()]*)*\)[^()]*)*\))?)""", RegexOptions.None, Longest)]
    private static partial Regex Expression();

    [GeneratedRegex(@">(?<text>[^<>{}=;]+)<", RegexOptions.None, Longest)]
    private static partial Regex Bare();

    [GeneratedRegex(@"[A-Za-z]{3,}", RegexOptions.None, Longest)]
    private static partial Regex Word();
}
