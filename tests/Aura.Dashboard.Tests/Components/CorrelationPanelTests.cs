using System.Collections.Immutable;
using Aura.Dashboard.Components.Controls;
using Aura.Engine.Market;
using Aura.Engine.Publishing;
using Bunit;

namespace Aura.Dashboard.Tests.Components;

public sealed class CorrelationPanelTests : BunitContext
{
    private readonly TestDesk _desk;

    public CorrelationPanelTests() => _desk = new TestDesk(this);

    [Fact]
    public void One_asset_alone_correlates_with_nothing_and_shows_nothing() =>
        Assert.Empty(Open([Sample.Round(1)], Sample.Rules.Market.Assets[..1]).Nodes);

    [Fact]
    public void Before_the_first_round_it_says_so() => Assert.Equal("No round yet", Text(Open([]), "correlation-empty"));

    [Fact]
    public void Too_few_rounds_say_how_many_pairs_are_needed()
    {
        var panel = Open(Rounds(3, Gold, Gold));

        Assert.Equal("needs 60 pairs of returns", Text(panel, "correlation-GOLD-MSFT-coefficient"));
        Assert.Equal("needs 20 pairs of returns", Text(panel, "correlation-GOLD-MSFT-joint"));
    }

    [Fact]
    public void Assets_that_move_together_have_a_coefficient_of_one()
    {
        var panel = Open(Rounds(80, Gold, i => 2m * Gold(i)));

        Assert.Equal("1.0000", Text(panel, "correlation-GOLD-MSFT-coefficient"));
        Assert.Equal("0 of 79", Text(panel, "correlation-GOLD-MSFT-joint"));
        Assert.Empty(panel.FindAll("[data-testid=correlation-GOLD-MSFT-now]"));
    }

    [Fact]
    public void An_asset_that_stands_still_has_none() =>
        Assert.Equal("one of them does not move", Text(Open(Rounds(80, Gold, _ => 5m)), "correlation-GOLD-MSFT-coefficient"));

    [Fact]
    public void A_bad_loss_of_both_in_the_latest_round_is_named()
    {
        static decimal Crashing(int i) => i == 80 ? 50m : Gold(i);

        var panel = Open(Rounds(80, Crashing, Crashing));

        Assert.Equal("1 of 79", Text(panel, "correlation-GOLD-MSFT-joint"));
        Assert.Equal(
            "GOLD and MSFT both lost more than their 95 % loss in round 80.", Text(panel, "correlation-GOLD-MSFT-now"));
    }

    [Fact]
    public void It_opens_to_its_formula_and_its_rounds()
    {
        var panel = Open(Rounds(80, Gold, i => 200m - Gold(i)));

        panel.Find("[data-testid=correlation-GOLD-MSFT-explanation] button").Click();

        Assert.StartsWith("Rounds 1 to 80:", Text(panel, "correlation-GOLD-MSFT-explanation-rounds"), StringComparison.Ordinal);
        Assert.Contains(
            "for the latest 60 pairs of simple returns, rounds 20 to 80, of 79 pairs of rounds 1 to 80, measure rules 1.",
            Text(panel, "correlation-GOLD-MSFT-explanation-coefficient"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_split_is_no_move()
    {
        // Two shares for one from round 41 on, which halves the price.
        var split = new CorporateAction("2026-01-03", 2, 1);
        ImmutableArray<AssetRule> assets =
            [Sample.Rules.Market.Assets[0], Sample.Rules.Market.Assets[1] with { CorporateActions = [split] }];
        ImmutableArray<RoundReport> rounds =
        [
            .. Rounds(80, Gold, i => i < 41 ? Gold(i) : Gold(i) / 2m)
                .Select((round, i) => round with { MarketTime = Sample.Start.AddDays(i < 40 ? 0 : 2) }),
        ];

        Assert.Equal("1.0000", Text(Open(rounds, assets), "correlation-GOLD-MSFT-coefficient"));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _desk.Dispose();
    }

    private static decimal Gold(int round) => 100m + (round * 7 % 11);

    private static ImmutableArray<RoundReport> Rounds(int count, Func<int, decimal> gold, Func<int, decimal> msft) =>
    [
        .. Enumerable.Range(1, count).Select(i => Sample.Round(
            i, Sample.CalmGold with { Price = gold(i) }, Sample.CalmMsft with { Price = msft(i) })),
    ];

    private static string Text(IRenderedComponent<CorrelationPanel> panel, string id) =>
        string.Join(' ', panel.Find($"[data-testid={id}]").TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private IRenderedComponent<CorrelationPanel> Open(ImmutableArray<RoundReport> history, ImmutableArray<AssetRule>? assets = null) =>
        Render<CorrelationPanel>(parameters => parameters
            .Add(panel => panel.History, history).Add(panel => panel.AssetRules, assets ?? Sample.Rules.Market.Assets));
}
