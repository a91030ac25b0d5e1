using System.Text.Json.Serialization;
using Aura.Engine.Canon;

namespace Aura.Engine.Breaker;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true,
    Converters = [typeof(DecimalText), typeof(InstantText), typeof(UnicodeText)])]
[JsonSerializable(typeof(Transition))]
internal sealed partial class BreakerJson : JsonSerializerContext;
