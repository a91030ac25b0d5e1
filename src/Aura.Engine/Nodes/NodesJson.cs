using System.Text.Json.Serialization;
using Aura.Engine.Canon;

namespace Aura.Engine.Nodes;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true,
    Converters = [typeof(DecimalText), typeof(InstantText), typeof(UnicodeText)])]
[JsonSerializable(typeof(Observation))]
internal sealed partial class NodesJson : JsonSerializerContext;
