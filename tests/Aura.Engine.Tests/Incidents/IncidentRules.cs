using System.Collections.Immutable;
using System.Globalization;
using Aura.Engine.Breaker;
using Aura.Engine.Market;
using Aura.Engine.Rounds;
using Aura.Testing;

namespace Aura.Engine.Tests.Incidents;

/// <summary>The shipped rules for an incident's asset, beside MSFT, which stays calm.</summary>
internal static class IncidentRules
{
    /// <summary>Vendors that a file may name, each with the endpoint whose bodies carry a time.</summary>
    public static ImmutableDictionary<string, string> Functions { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["AlphaVantage"] = "CURRENCY_EXCHANGE_RATE",
        ["TwelveData"] = "time_series",
        ["Finnhub"] = "quote",
    }.ToImmutableDictionary();

    /// <summary>
    /// The rules of one run. A second asset is there because a lone Extreme one is a system score of 10: SYSTEM would halt
    /// what the guard is asked to.
    /// </summary>
    /// <param name="scenario">The incident.</param>
    /// <param name="modeOf">The mode of each of its guards; every other cause is as shipped.</param>
    public static RuleSet Of(IncidentScenario scenario, Func<BreakerCause, CauseMode> modeOf) =>
        A.RuleSet().AsShipped()
            .WithSources([
                .. scenario.Sources.Select(source => (SourceOf(scenario, source), 1.0m)),
                (Standard.MsftQuote, 0.9m), (Standard.MsftSeries, 0.9m),
            ])
            .WithBounds(0.000001m, 1_000_000_000m)
            .WithBreaker(breaker => breaker with
            {
                Causes = [.. breaker.CausesInForce.Select(rule => Rule(scenario, rule, modeOf))],
            })
            .Build();

    /// <summary>A source as the engine knows it.</summary>
    public static SourceRule SourceOf(IncidentScenario scenario, IncidentSource source) => new(
        SourceId.Parse(string.Create(CultureInfo.InvariantCulture, $"{scenario.Asset.Value.ToLowerInvariant()}-{source.Id}")),
        scenario.Asset, source.Vendor, Functions[source.Vendor], $"{scenario.Asset}/USD", PriceUnit.Share,
        source.StaleAfterMinutes * 60L);

    private static CauseRule Rule(IncidentScenario scenario, CauseRule shipped, Func<BreakerCause, CauseMode> modeOf)
    {
        var limited = scenario.Limits.FirstOrDefault(limit => limit.Cause == shipped.Cause) is { } limit
            ? shipped with { EnterAbove = limit.EnterAbove, LeaveAt = limit.LeaveAt }
            : shipped;
        return scenario.Guards.Contains(shipped.Cause) ? limited with { Mode = modeOf(shipped.Cause) } : limited;
    }
}
