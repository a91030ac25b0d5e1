using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Aura.Engine.Canon;
using Aura.Engine.Market.Calendars;

namespace Aura.Engine.Market;

/// <summary>What the market stage needs to know.</summary>
/// <param name="Mode">Where bodies come from.</param>
/// <param name="Scenario">The scenario's name in Simulated, null elsewhere.</param>
/// <param name="Seed">The seed of every draw in Simulated and Replay.</param>
/// <param name="Assets">Sorted by symbol.</param>
/// <param name="Sources">Sorted by id.</param>
public sealed record MarketRules(
    MarketMode Mode,
    string? Scenario,
    long Seed,
    ImmutableArray<AssetRule> Assets,
    ImmutableArray<SourceRule> Sources)
{
    /// <summary>
    /// True when one answer of a source serves all nodes, so that their votes are one witness; null, and not written,
    /// when every node asks for itself, as under all earlier rules.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? SharedAnswers { get; init; }

    /// <summary>
    /// True when assets and sources trade by the calendars of their markets; null, and not written, when the round's own
    /// moment says whether everything trades, as under all earlier rules.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? ExchangeHours { get; init; }

    /// <summary>Whether what is priced in a unit trades at a round's moment.</summary>
    public MarketSession SessionOf(PriceUnit unit, MarketMoment moment) =>
        ExchangeHours is true ? TradingCalendars.Of(unit).StateAt(moment.Time) : moment.Session;

    /// <summary>The sources of one asset, in order of id.</summary>
    public IEnumerable<SourceRule> SourcesOf(AssetSymbol asset) => Sources.Where(source => source.Asset == asset);
}
