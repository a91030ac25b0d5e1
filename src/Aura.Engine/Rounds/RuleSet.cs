using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Consensus;
using Aura.Engine.Market;
using Aura.Engine.MasterLogic;
using Aura.Engine.Nodes;
using Aura.Engine.Publishing.Alerts;

namespace Aura.Engine.Rounds;

/// <summary>Everything that influences a decision, one record per stage. Its digest is the configuration digest.</summary>
/// <param name="Schedule">When rounds happen.</param>
/// <param name="Market">Assets and sources.</param>
/// <param name="Nodes">The nodes and their public keys.</param>
/// <param name="Consensus">Quorum, weights and conversion.</param>
/// <param name="Risk">Tiers and scores.</param>
/// <param name="Breaker">Causes and recovery.</param>
public sealed record RuleSet(
    ScheduleRules Schedule, MarketRules Market, NodeRules Nodes, ConsensusRules Consensus, RiskRules Risk,
    BreakerRules Breaker)
{
    // Every round asks for the digest of the same rules several times. Kept beside the record and not in it: `with` would
    // copy a field, and the copy would carry the digest of the original.
    private static readonly ConditionalWeakTable<RuleSet, Memo> Digests = [];

    /// <summary>The version of the decision algorithm that this engine implements.</summary>
    public const int CurrentAlgorithm = 1;

    /// <summary>The document's name and version.</summary>
    [JsonRequired]
    public string Schema
    {
        get;
        init => field = DocumentSchema.Checked(value, DocumentSchema.RuleSet);
    } = DocumentSchema.RuleSet;

    /// <summary>How incidents are answered; null, and not written, under rules that raise none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AlertRules? Alerts { get; init; }

    /// <summary>The algorithm that decides under these rules.</summary>
    [JsonRequired]
    public int Algorithm { get; init; } = CurrentAlgorithm;

    /// <summary>The quorum arithmetic of these rules.</summary>
    [JsonIgnore]
    public Quorum Quorum => new(Nodes.Nodes.Length, Consensus.QuorumPercent);

    /// <summary>The breakers that exist under these rules: SYSTEM first, then the assets.</summary>
    [JsonIgnore]
    public IEnumerable<Scope> Scopes => Market.Assets.Select(asset => Scope.Of(asset.Symbol)).Prepend(Scope.System);

    /// <summary>The configuration digest: SHA-256 of the canonical bytes, named by every round, bound in every signature.</summary>
    public Digest ToDigest() => Digests.GetValue(this, rules => new Memo(Digest.Of(rules.ToBytes()))).Digest;

    /// <summary>The canonical bytes.</summary>
    public byte[] ToBytes() => CanonicalJson.Serialize(this, RoundsJson.Default.RuleSet);

    /// <summary>Reads a rule set back.</summary>
    /// <exception cref="FormatException">The bytes are not a rule set.</exception>
    public static RuleSet Parse(ReadOnlySpan<byte> bytes) => CanonicalJson.Deserialize(bytes, RoundsJson.Default.RuleSet);

    private sealed record Memo(Digest Digest);
}
