using System.Text.Json.Serialization;

namespace Aura.Engine.Consensus;

/// <summary>What the nodes vote on.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AgreementKind>))]
public enum AgreementKind
{
    /// <summary>SHA-256 of the raw response body: the original rule.</summary>
    [JsonStringEnumMemberName("body")]
    Body,

    /// <summary>SHA-256 of the canonical quote that each node reads from its own body.</summary>
    [JsonStringEnumMemberName("quote")]
    Quote,

    /// <summary>The values: those within a tolerance of their median are votes for it.</summary>
    [JsonStringEnumMemberName("median")]
    Median,
}
