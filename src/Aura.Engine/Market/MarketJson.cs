using System.Text.Json.Serialization;
using Aura.Engine.Canon;

namespace Aura.Engine.Market;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true,
    Converters = [typeof(DecimalText), typeof(InstantText), typeof(UnicodeText)])]
[JsonSerializable(typeof(Quote))]
internal sealed partial class MarketJson : JsonSerializerContext;
