using System.Text.Json.Serialization;

namespace Aura.Engine.Market;

/// <summary>Why a response is not a quote. Stable names; a refusal is recognised by the absence of the expected data.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RefusalCode>))]
public enum RefusalCode
{
    /// <summary>Not a refusal.</summary>
    [JsonStringEnumMemberName("none")]
    None,

    /// <summary>The day's allowance of the key is used up.</summary>
    [JsonStringEnumMemberName("quota-spent")]
    QuotaSpent,

    /// <summary>Too many requests in a short time; a later one may succeed.</summary>
    [JsonStringEnumMemberName("throttled")]
    Throttled,

    /// <summary>The key's plan does not include this endpoint.</summary>
    [JsonStringEnumMemberName("entitlement")]
    Entitlement,

    /// <summary>The key is missing or wrong.</summary>
    [JsonStringEnumMemberName("bad-key")]
    BadKey,

    /// <summary>The vendor does not know the instrument, or answered about another one.</summary>
    [JsonStringEnumMemberName("unknown-symbol")]
    UnknownSymbol,

    /// <summary>A well-formed answer without data.</summary>
    [JsonStringEnumMemberName("empty")]
    Empty,

    /// <summary>Not the documented shape: broken JSON, missing members, repeated keys, numbers in no plain form.</summary>
    [JsonStringEnumMemberName("malformed")]
    Malformed,

    /// <summary>Zero, negative, or outside the asset's absolute bounds.</summary>
    [JsonStringEnumMemberName("implausible")]
    Implausible,

    /// <summary>Older than the source's limit.</summary>
    [JsonStringEnumMemberName("stale")]
    Stale,

    /// <summary>Dated after the round's market time.</summary>
    [JsonStringEnumMemberName("future-dated")]
    FutureDated,

    /// <summary>No answer before the round's deadline.</summary>
    [JsonStringEnumMemberName("timeout")]
    Timeout,

    /// <summary>The connection failed, or the server answered with an error status and no known body.</summary>
    [JsonStringEnumMemberName("transport")]
    Transport,

    /// <summary>The body is larger than the limit.</summary>
    [JsonStringEnumMemberName("oversize")]
    Oversize,

    /// <summary>A price in another unit than the source's: off by a factor that only a unit explains.</summary>
    [JsonStringEnumMemberName("wrong-unit")]
    WrongUnit,

    /// <summary>The vendor states no price because its market is closed.</summary>
    [JsonStringEnumMemberName("market-closed")]
    MarketClosed,

    /// <summary>Nobody was asked: the vendor failed too often, and its circuit breaker is open.</summary>
    [JsonStringEnumMemberName("suspended")]
    Suspended,
}
