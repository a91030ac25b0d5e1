using System.Text.Json;
using System.Text.Json.Serialization;
using Aura.Engine.Canon;
using Aura.Engine.Consensus;
using Aura.Engine.Market;
using Aura.Engine.Publishing;

namespace Aura.Dashboard.Publishing.Live.Views;

/// <summary>A source as REST and the hub send it. The price is the converted one, exactly as aggregated.</summary>
internal sealed record SourceView(
    string Id, string Vendor, decimal Weight, AgreementKind Agreement, int Votes, bool Agreed, string Outcome,
    string? Reason, string? Price, PriceUnit Unit, string? RawPrice, PriceUnit RawUnit, string? BodyHash,
    DateTimeOffset? SourceTime, IReadOnlyList<string> BodyHashes,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Explanation = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Remark = null)
{
    public static SourceView Of(SourceReport source, string? explanation = null) =>
        new(
            source.Id.Value, source.Vendor, source.Weight, source.Agreement, source.Votes,
            source.Verdict is SourceVerdict.Agreed, OutcomeOf(source), source.Reason, Text(source.Price), source.Unit,
            Text(source.RawPrice), source.RawUnit, source.BodyHash?.Hex, source.SourceTime,
            [.. source.Bodies.Select(body => body.Hex)], explanation, source.Remark);

    /// <summary>A configured source that nobody has asked yet.</summary>
    public static SourceView BeforeFirstRound(SourceRule source, SourceWeight weight, PriceUnit unit) =>
        new(
            source.Id.Value, source.Vendor, weight.Weight, weight.Agreement, 0, false, "not-asked",
            "No round was decided yet.", null, unit, null, source.Unit, null, null, []);

    /// <summary>One stable lower-kebab word: <c>agreed</c>, <c>no-agreement</c>, or the class of refusal.</summary>
    public static string OutcomeOf(SourceReport source) =>
        source.Verdict is SourceVerdict.Refused ? Word(source.Refusal) : Word(source.Verdict);

    /// <summary>The enum's own JSON form, so that ledger, API and page cannot drift apart.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum =>
        JsonSerializer.SerializeToElement(value).GetString() ?? value.ToString();

    private static string? Text(decimal? value) => value is { } amount ? DecimalText.Of(amount) : null;
}
