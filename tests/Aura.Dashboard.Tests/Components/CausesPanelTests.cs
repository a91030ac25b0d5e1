using Aura.Dashboard.Components.Controls;
using Aura.Dashboard.Identity;
using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Rounds;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace Aura.Dashboard.Tests.Components;

/// <summary>What causes did, and what people think of it.</summary>
public sealed class CausesPanelTests : BunitContext
{
    private static readonly RuleSet Rules = Sample.Rules with
    {
        Breaker = Sample.Rules.Breaker with { Causes = BreakerCauses.Default, Flapping = FlapGuard.Default },
    };

    private static readonly CauseRecord Served = new(
        Scope.Parse("GOLD"), BreakerCause.Volatility, 0, 2, 1, new RoundNumber(7), "GOLD moves by 6 % a round.", false, true, 0);

    private readonly TestDesk _desk;

    public CausesPanelTests() => _desk = new TestDesk(this, AuraRoles.Compliance);

    [Fact]
    public void Every_cause_says_what_it_looks_at_and_whether_it_opens()
    {
        var panel = Open();

        Assert.Equal(BreakerCauses.Default.Length, panel.FindAll(".aura-cause").Count);
        Assert.Equal("above 10 % of the price before, over at 5", panel.Find("[data-testid=cause-PriceJump] [data-testid=cause-threshold]").TextContent);
        Assert.Equal("Shadow: only counted", panel.Find("[data-testid=cause-Volatility] [data-testid=cause-mode]").TextContent);
        Assert.Equal("dispersion above 10 %", panel.Find("[data-testid=cause-ExtremeDispersion] [data-testid=cause-threshold]").TextContent);
        Assert.StartsWith("After 3 changes within 10 min", panel.Find("[data-testid=flap-guard]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_shadow_shows_what_it_would_have_done()
    {
        var row = Open().Find("[data-testid=served-GOLD-Volatility]");

        Assert.Contains("Would have opened it", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("opened 0, would have opened 2, judged false 1", row.TextContent, StringComparison.Ordinal);
        Assert.Equal("/rounds/7", row.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_false_positive_is_judged_by_its_round()
    {
        _desk.Store.State = EngineState.Initial with { Causes = [Served] };
        var dialogs = Render<MudDialogProvider>();
        await Open().Find("[data-testid=judge-GOLD-Volatility]").ClickAsync();
        await dialogs.WaitForElement("[data-testid=alert-comment]").InputAsync("A split that the vendor announced.");
        await dialogs.Find("[data-testid=confirm]").ClickAsync();

        var sent = Assert.Single(_desk.Store.Commands);
        Assert.Equal(2, sent.Answer.Answer.Served?.FalsePositives);
        Assert.True(_desk.Store.State.Causes?.Single().IsLastJudged);
    }

    [Fact]
    public void The_gauges_stand_beside_the_thresholds_of_their_causes()
    {
        Services.AddSingleton(new RulesInForce(Rules));
        var gauges = Render<RiskGauges>(parameters => parameters
            .Add(panel => panel.Asset, Sample.CalmGold with { DispersionPercent = 5m, VolatilityPercent = 6m, ChangePercent = -1m })
            .Add(panel => panel.Round, new RoundNumber(7)));

        Assert.Equal(3, gauges.FindAll("[role=meter]").Count);
        Assert.Equal("33.4", gauges.FindAll("[role=meter]")[0].GetAttribute("aria-valuenow"));
        Assert.Equal("80.0", gauges.FindAll("[role=meter]")[1].GetAttribute("aria-valuenow"));
        Assert.Contains("Price jump: above 10 % of the price before, over at 5 · Opens", gauges.Markup, StringComparison.Ordinal);
        Assert.Contains("Volatility: above 5 % a round, over at 3 · Shadow: only counted", gauges.Markup, StringComparison.Ordinal);
    }

    private IRenderedComponent<CausesPanel> Open() => Render<CausesPanel>(parameters => parameters
        .Add(panel => panel.Rules, Rules)
        .Add(panel => panel.Breakers, [Sample.Breaker("SYSTEM"), Sample.Breaker("GOLD") with { Served = [Served], ShadowCauses = [BreakerCause.Volatility] }]));
}
