using System.Text.Json.Serialization;
using Aura.Engine.Canon;

namespace Aura.Engine.Publishing;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true,
    Converters = [typeof(DecimalText), typeof(InstantText), typeof(UnicodeText)])]
[JsonSerializable(typeof(RoundReport))]
internal sealed partial class PublishingJson : JsonSerializerContext;
