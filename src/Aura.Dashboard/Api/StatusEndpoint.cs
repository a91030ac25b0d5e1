using Aura.Dashboard.Publishing.Live;
using Aura.Dashboard.Publishing.Live.Views;
using Aura.Engine.Publishing;
using Aura.Engine.Rounds;

namespace Aura.Dashboard.Api;

/// <summary><c>GET status</c>: everything at a glance, every configured asset, source and breaker listed.</summary>
internal static class StatusEndpoint
{
    public static void MapStatus(this RouteGroupBuilder group) => group.MapGet("status", Read)
        .WithName("getStatus").WithSummary("Everything at a glance; every asset, source and breaker is listed.");

    private static StatusView Read(RoundFeed feed, RiskEngine engine, TimeProvider time)
    {
        var snapshot = feed.Current;
        var now = time.GetUtcNow();
        var rules = engine.Rules.Current;
        var configuration = rules.ToDigest();
        // A report made under another rule set lists other assets; until the next round nothing is known of ours.
        var latest = snapshot.Latest is { } report && report.Configuration == configuration ? report : null;
        var explanation = latest is null ? null : RoundExplainer.Explain(latest, rules);
        return new StatusView(
            rules.Market.Mode.ToString(), rules.Market.Scenario, configuration.Hex,
            Round(snapshot.Latest, now), latest is null ? null : ScoreView.Of(latest.System, explanation?.SystemScore),
            DonView.Of(rules.Quorum),
            latest is null
                ? [.. rules.Market.Assets.Select(asset => AssetView.BeforeFirstRound(asset, rules))]
                : [.. latest.Assets.Select((asset, i) => AssetView.Of(asset, now, explanation?.Assets[i]))],
            [.. snapshot.Breakers.Select(BreakerView.Of)]);
    }

    private static StatusRoundView Round(RoundReport? report, DateTimeOffset now) =>
        report is null
            ? new StatusRoundView(0, null, null, null)
            : new StatusRoundView(
                report.Round.Value, report.Slot.Instant, report.CompletedAt, Age.Seconds(report.CompletedAt, now));
}
