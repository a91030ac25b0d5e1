using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Aura.Engine.Canon;
using Aura.Engine.Consensus;
using Aura.Engine.Market;

namespace Aura.Engine.Publishing;

/// <summary>One source in a round's report.</summary>
/// <param name="Id">The source.</param>
/// <param name="Vendor">Its vendor.</param>
/// <param name="Function">The vendor's endpoint.</param>
/// <param name="Weight">Its weight in the mean.</param>
/// <param name="Agreement">What the nodes vote on.</param>
/// <param name="Votes">Nodes behind the winning value, or behind the one that came closest.</param>
/// <param name="Verdict">Agreed, no agreement, or refused.</param>
/// <param name="Refusal">The class of refusal.</param>
/// <param name="Reason">One sentence; null when agreed.</param>
/// <param name="Price">Converted price in the asset's unit, exactly as aggregated; null unless agreed.</param>
/// <param name="Unit">The asset's unit.</param>
/// <param name="RawPrice">The price as the source states it; null without a quote.</param>
/// <param name="RawUnit">The source's unit.</param>
/// <param name="OuncesPerShare">The conversion factor; null without conversion.</param>
/// <param name="SourceTime">When the price was valid at the source; null without a quote.</param>
public sealed record SourceReport(
    SourceId Id, string Vendor, string Function, decimal Weight, AgreementKind Agreement, int Votes,
    SourceVerdict Verdict, RefusalCode Refusal, string? Reason, decimal? Price, PriceUnit Unit,
    decimal? RawPrice, PriceUnit RawUnit, decimal? OuncesPerShare, DateTimeOffset? SourceTime)
{
    /// <summary>Nodes that stated a value which could be counted, won or not; the first ledgers did not say.</summary>
    public int Values
    {
        // The reader leaves an absent number 0, not at an initial value; whoever voted has stated a value.
        get => Math.Max(field, Votes);
        init;
    }

    /// <summary>
    /// SHA-256 of the raw bodies behind the agreed value or the common failure; the first one states the value itself.
    /// Empty in reports of the first ledgers.
    /// </summary>
    public ImmutableArray<Digest> Bodies
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    /// <summary>That it lies far from the others, in one sentence; null, and not written, when it does not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Remark { get; init; }

    /// <summary>The one body that reports of the first ledgers name; null in all later ones.</summary>
    [JsonPropertyName("bodyHash")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Digest? OnlyBody { get; init; }

    /// <summary>The body that states the agreed value or the common failure; null without one.</summary>
    [JsonIgnore]
    public Digest? BodyHash => Bodies.IsEmpty ? OnlyBody : Bodies[0];

    /// <summary>Renders an outcome.</summary>
    public static SourceReport Of(SourceOutcome outcome, SourceRule rule, SourceWeight weight, PriceUnit unit) =>
        new(
            rule.Id, rule.Vendor, rule.Function, weight.Weight, weight.Agreement, outcome.Votes,
            outcome.Verdict, outcome.Refusal, outcome.Reason, outcome.Price, unit,
            outcome.Quote?.Amount, rule.Unit, outcome.OuncesPerShare, outcome.Quote?.SourceTime)
        {
            Values = outcome.Values,
            Bodies = outcome.Bodies,
        };
}
