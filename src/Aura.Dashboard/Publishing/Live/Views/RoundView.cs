using Aura.Engine.Publishing;
using Aura.Engine.Publishing.Explanations;

namespace Aura.Dashboard.Publishing.Live.Views;

/// <summary>A decided round as REST and the hub send it. Fields may be added, never changed.</summary>
internal sealed record RoundView(
    long Number, DateTimeOffset Slot, DateTimeOffset CompletedAt, DateTimeOffset MarketTime, string Mode,
    string? Scenario, string ConfigurationDigest, ScoreView SystemScore, DonView Don,
    IReadOnlyList<AssetView> Assets, IReadOnlyList<BreakerView> Breakers, IReadOnlyList<TransitionView> Transitions)
{
    /// <param name="report">The round.</param>
    /// <param name="now">Ages count from here.</param>
    /// <param name="explanation">Its sentences; the hub leaves them out, where a message is read many times a minute.</param>
    public static RoundView Of(RoundReport report, DateTimeOffset now, RoundExplanation? explanation = null) =>
        new(
            report.Round.Value, report.Slot.Instant, report.CompletedAt, report.MarketTime, report.Mode.ToString(),
            report.Scenario, report.Configuration.Hex, ScoreView.Of(report.System, explanation?.SystemScore),
            DonView.Of(report.Network, explanation?.Quorum),
            [.. report.Assets.Select((asset, i) => AssetView.Of(asset, now, explanation?.Assets[i]))],
            [.. report.Breakers.Select(BreakerView.Of)],
            [.. report.Transitions.Select(TransitionView.Of)]);
}
