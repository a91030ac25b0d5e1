using System.Text.Json.Serialization;

namespace Aura.Engine.Consensus;

/// <summary>What the nodes vote on.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AgreementKind>))]
public enum AgreementKind
{
    /// <summary>SHA-256 of the raw response body: the original rule.</summary>
    [JsonStringEnumMemberName("body")]
    Body,
}
