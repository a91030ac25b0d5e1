using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.MasterLogic;
using Aura.Engine.Publishing.Alerts;
using Aura.Engine.Rounds.Thresholds;

namespace Aura.Engine.Rounds;

/// <summary>All that one decision hands to the next. The database owns it; nothing else keeps it between calls.</summary>
/// <param name="Round">The last decided round.</param>
/// <param name="Assets">Memories sorted by asset.</param>
/// <param name="Breakers">SYSTEM first, then the assets in order.</param>
public sealed record EngineState(
    RoundNumber Round, ImmutableArray<AssetMemory> Assets, ImmutableArray<BreakerRecord> Breakers)
{
    // Two entries name the same state, one as the state after it and one as the state before it, and a store writes it.
    // Kept beside the record and not in it: `with` would copy a field, and the copy would carry the original's bytes.
    private static readonly ConditionalWeakTable<EngineState, Rendering> Renderings = [];

    /// <summary>Before the first decision.</summary>
    public static EngineState Initial { get; } = new(RoundNumber.None, [], []);

    /// <summary>The document's name and version.</summary>
    [JsonRequired]
    public string Schema
    {
        get;
        init => field = DocumentSchema.Checked(value, DocumentSchema.State);
    } = DocumentSchema.State;

    /// <summary>The rule set in force for the next round; null before the ledger names one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Digest? Configuration { get; init; }

    /// <summary>Refusals of the present minute, sorted by actor; null when there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<RefusalWindow>? Refusals { get; init; }

    /// <summary>
    /// How the causes have served, sorted by breaker and cause; null, and not written, while none has ever been active or
    /// under the first rules.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<CauseRecord>? Causes { get; init; }

    /// <summary>
    /// The incidents that last, and what is silenced; null, and not written, before the first one or under rules that
    /// raise none.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AlertBook? Alerts { get; init; }

    /// <summary>What people have proposed and agreed on about thresholds; null, and not written, for nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ThresholdBook? Thresholds { get; init; }

    /// <summary>Whether rounds may be decided under a rule set: it is in force, or none has been named yet.</summary>
    public bool Follows(Digest configuration) => Configuration is null || Configuration == configuration;

    /// <summary>The memory of an asset; blank for one that was never assessed.</summary>
    public AssetMemory MemoryOf(AssetSymbol asset) =>
        Assets.FirstOrDefault(memory => memory.Asset == asset) ?? AssetMemory.Blank(asset);

    /// <summary>The breaker of a scope; in its initial state for one that never changed.</summary>
    public BreakerRecord BreakerOf(Scope scope) =>
        Breakers.FirstOrDefault(breaker => breaker.Scope == scope) ?? BreakerRecord.Initial(scope);

    /// <summary>
    /// The state with these breakers and memories in place of the ones they succeed. An asset that left the rule set
    /// keeps its own: should it return, its breaker is as strict as it was.
    /// </summary>
    public EngineState With(
        IEnumerable<BreakerRecord> breakers, IEnumerable<AssetMemory>? memories = null, RoundNumber? round = null) =>
        this with
        {
            Round = round ?? Round,
            Breakers =
            [
                .. breakers.Concat(Breakers).DistinctBy(breaker => breaker.Scope)
                    .OrderBy(breaker => !breaker.Scope.IsSystem)
                    .ThenBy(breaker => breaker.Scope.Value, StringComparer.Ordinal),
            ],
            Assets = [.. (memories ?? []).Concat(Assets).DistinctBy(memory => memory.Asset).OrderBy(memory => memory.Asset)],
        };

    /// <summary>The state as a document of the version that an entry is written in.</summary>
    public EngineState InSchemaOf(string entrySchema) =>
        this with { Schema = DocumentSchema.In(entrySchema, DocumentSchema.State) };

    /// <summary>SHA-256 of the canonical bytes; every ledger entry names it before and after.</summary>
    public Digest ToDigest() => Rendered().Digest;

    /// <summary>The canonical bytes.</summary>
    public byte[] ToBytes() => [.. Rendered().Bytes];

    /// <summary>Reads a state back.</summary>
    /// <exception cref="FormatException">The bytes are not a state.</exception>
    public static EngineState Parse(ReadOnlySpan<byte> bytes) =>
        CanonicalJson.Deserialize(bytes, RoundsJson.Default.EngineState);

    private Rendering Rendered() => Renderings.GetValue(this, static state =>
    {
        byte[] bytes = CanonicalJson.Serialize(state, RoundsJson.Default.EngineState);
        return new Rendering(bytes, Digest.Of(bytes));
    });

    private sealed record Rendering(byte[] Bytes, Digest Digest);
}
