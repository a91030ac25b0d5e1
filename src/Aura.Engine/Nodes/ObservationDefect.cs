using System.Text.Json.Serialization;

namespace Aura.Engine.Nodes;

/// <summary>Why an observation is not counted. The first that applies, in this order.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ObservationDefect>))]
public enum ObservationDefect
{
    /// <summary>Counted.</summary>
    [JsonStringEnumMemberName("none")]
    None,

    /// <summary>The node is not configured.</summary>
    [JsonStringEnumMemberName("unknown-node")]
    UnknownNode,

    /// <summary>Made under another rule set.</summary>
    [JsonStringEnumMemberName("wrong-configuration")]
    WrongConfiguration,

    /// <summary>Made for another round or slot.</summary>
    [JsonStringEnumMemberName("wrong-round")]
    WrongRound,

    /// <summary>Not signed by the node's key.</summary>
    [JsonStringEnumMemberName("bad-signature")]
    BadSignature,

    /// <summary>The node sent more than one observation; none of them counts.</summary>
    [JsonStringEnumMemberName("repeated")]
    Repeated,
}
