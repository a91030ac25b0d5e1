using System.Text.Json.Serialization;
using Aura.Engine.Canon;
using Aura.Engine.Publishing.Alerts;
using Aura.Engine.Market;

namespace Aura.Engine.Publishing;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true,
    Converters = [typeof(DecimalText), typeof(InstantText), typeof(UnicodeText)])]
[JsonSerializable(typeof(RoundReport))]
[JsonSerializable(typeof(Incident))]
[JsonSerializable(typeof(RefusalCode))]
internal sealed partial class PublishingJson : JsonSerializerContext;
