using AngleSharp.Dom;
using Aura.Dashboard.Components.Controls;
using Aura.Dashboard.Components.Pages;
using Aura.Dashboard.Publishing.Live;
using Aura.Engine.Consensus;
using Bunit;

namespace Aura.Dashboard.Tests.Components;

public sealed class ExplanationTests : BunitContext
{
    private TestDesk? _desk;

    private TestDesk Desk => _desk ??= new TestDesk(this);

    [Fact]
    public async Task Closed_it_is_a_button_that_says_so_and_holds_no_sentence()
    {
        await Desk.PublishAsync(Sample.Round(1));

        var page = Render<Overview>();

        var button = Toggle(page, "asset-GOLD-explanation");
        Assert.Equal(("button", "false"), (button.GetAttribute("type"), button.GetAttribute("aria-expanded")));
        Assert.Equal("How is this computed? GOLD", button.GetAttribute("aria-label"));
        Assert.True(page.Find($"#{button.GetAttribute("aria-controls")}").HasAttribute("hidden"));
        Assert.Empty(page.FindAll("[data-testid=asset-GOLD-explanation-price]"));
    }

    [Fact]
    public async Task Open_it_shows_the_engines_sentences_of_the_round_shown()
    {
        var round = Sample.Round(8, Sample.CalmGold, Sample.CalmMsft);
        await Desk.PublishAsync(round);
        var expected = RoundExplainer.Explain(round, Sample.Rules);
        var page = Render<Overview>();

        await Toggle(page, "asset-GOLD-explanation").ClickAsync();
        await Toggle(page, "system-explanation").ClickAsync();

        var gold = expected.Assets[0];
        Assert.Equal("true", Toggle(page, "asset-GOLD-explanation").GetAttribute("aria-expanded"));
        Assert.Equal("8", Text(page, "asset-GOLD-explanation-round"));
        Assert.Equal(gold.Price, Text(page, "asset-GOLD-explanation-price"));
        Assert.Equal(gold.WeightedMean, Text(page, "asset-GOLD-explanation-weighted-mean"));
        Assert.Equal(gold.StandardDeviation, Text(page, "asset-GOLD-explanation-standard-deviation"));
        Assert.Equal(gold.Dispersion, Text(page, "asset-GOLD-explanation-dispersion"));
        Assert.Equal(gold.Tier, Text(page, "asset-GOLD-explanation-tier"));
        Assert.Equal(gold.Score, Text(page, "asset-GOLD-explanation-score"));
        Assert.Equal(gold.Quality, Text(page, "asset-GOLD-explanation-quality"));
        Assert.Equal(gold.Publication, Text(page, "asset-GOLD-explanation-publication"));
        Assert.Equal(gold.Sources[1].Sentence, Text(page, "asset-GOLD-explanation-gold-b"));
        Assert.Equal(expected.SystemScore, Text(page, "system-explanation-score"));
        Assert.Empty(page.FindAll("[data-testid=asset-MSFT-explanation-price]"));
    }

    [Fact]
    public async Task It_stays_open_when_the_next_round_comes_and_speaks_of_that_one()
    {
        await Desk.PublishAsync(Sample.Round(1));
        var page = Render<Overview>();
        await Toggle(page, "asset-GOLD-explanation").ClickAsync();
        Desk.Clock.Advance(TimeSpan.FromMilliseconds(200));

        await Desk.PublishAsync(Sample.Round(2, Sample.UndecidedGold, Sample.CalmMsft));

        page.WaitForAssertion(() => Assert.Equal("2", Text(page, "asset-GOLD-explanation-round")));
        Assert.StartsWith("No source was agreed", Text(page, "asset-GOLD-explanation-price"), StringComparison.Ordinal);

        await Toggle(page, "asset-GOLD-explanation").ClickAsync();

        Assert.Empty(page.FindAll("[data-testid=asset-GOLD-explanation-price]"));
    }

    [Fact]
    public void The_network_shows_N_f_f_plus_1_2f_plus_1_the_Byzantine_quorum_and_the_votes_needed()
    {
        var panel = Render<NetworkPanel>(parameters => parameters.Add(p => p.Quorum, new Quorum(9, 67)));

        Assert.Equal(
            ["9", "2", "3", "5", "6", "7"],
            ((string[])["nodes", "f", "one-honest", "honest-majority", "byzantine", "votes-needed"])
                .Select(part => panel.Find($"[data-testid=network-{part}]").TextContent), StringComparer.Ordinal);
        Assert.Contains(
            "Of N = 9 configured nodes at most f", panel.Find("[data-testid=network-explanation]").TextContent,
            StringComparison.Ordinal);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _desk?.Dispose();
    }

    private static IElement Toggle(IRenderedComponent<Overview> page, string testId) =>
        page.Find($"[data-testid={testId}] button");

    private static string Text(IRenderedComponent<Overview> page, string testId) =>
        page.Find($"[data-testid={testId}]").TextContent;
}
