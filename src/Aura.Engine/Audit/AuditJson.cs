using System.Text.Json.Serialization;
using Aura.Engine.Canon;

namespace Aura.Engine.Audit;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true,
    Converters = [typeof(DecimalText), typeof(InstantText), typeof(UnicodeText)])]
[JsonSerializable(typeof(LedgerEntry))]
internal sealed partial class AuditJson : JsonSerializerContext;
