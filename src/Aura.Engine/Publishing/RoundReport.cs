using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Market;
using Aura.Engine.MasterLogic;
using Aura.Engine.Publishing.Alerts;

namespace Aura.Engine.Publishing;

/// <summary>The immutable result of a round that every person, machine and chain receives.</summary>
/// <param name="Round">The round.</param>
/// <param name="Slot">Its slot.</param>
/// <param name="CompletedAt">When its observations were complete, UTC.</param>
/// <param name="MarketTime">The market's clock, UTC.</param>
/// <param name="Mode">Where the bodies came from; said on everything that is not Live.</param>
/// <param name="Scenario">The scenario in Simulated.</param>
/// <param name="Configuration">The digest of the rule set in force.</param>
/// <param name="Network">The oracle network.</param>
/// <param name="System">The system score with its decomposition.</param>
/// <param name="Assets">Sorted by symbol.</param>
/// <param name="Breakers">SYSTEM first, then the assets.</param>
/// <param name="Transitions">Changes of state that this round caused.</param>
public sealed record RoundReport(
    RoundNumber Round, Slot Slot, DateTimeOffset CompletedAt, DateTimeOffset MarketTime, MarketMode Mode,
    string? Scenario, Digest Configuration, NetworkReport Network, SystemAssessment System,
    ImmutableArray<AssetReport> Assets, ImmutableArray<BreakerReport> Breakers, ImmutableArray<Transition> Transitions)
{
    /// <summary>The document's name and version.</summary>
    [JsonRequired]
    public string Schema
    {
        get;
        init => field = DocumentSchema.Checked(value, DocumentSchema.Report);
    } = DocumentSchema.Report;

    /// <summary>The incidents that last after the round; null, and not written, before the first one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AlertBook? Alerts { get; init; }

    /// <summary>What the round changed about incidents; null, and not written, for nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<IncidentChange>? AlertChanges { get; init; }

    /// <summary>The canonical bytes whose digest the ledger entry names as the outcome.</summary>
    public byte[] ToBytes() => CanonicalJson.Serialize(this, PublishingJson.Default.RoundReport);

    /// <summary>Reads a report back.</summary>
    /// <exception cref="FormatException">The bytes are not a report.</exception>
    public static RoundReport Parse(ReadOnlySpan<byte> bytes) =>
        CanonicalJson.Deserialize(bytes, PublishingJson.Default.RoundReport);
}
