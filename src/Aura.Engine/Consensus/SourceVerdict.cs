using System.Text.Json.Serialization;

namespace Aura.Engine.Consensus;

/// <summary>What consensus made of a source.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SourceVerdict>))]
public enum SourceVerdict
{
    /// <summary>Agreed and aggregated.</summary>
    [JsonStringEnumMemberName("agreed")]
    Agreed,

    /// <summary>No value reached the quorum.</summary>
    [JsonStringEnumMemberName("no-agreement")]
    NoAgreement,

    /// <summary>The nodes agree, but on a refusal or on a quote that is excluded; the refusal code says which.</summary>
    [JsonStringEnumMemberName("refused")]
    Refused,
}
