using System.Text.Json.Serialization;
using Aura.Engine.Canon;
using Aura.Engine.Rounds.Verification;

namespace Aura.Engine.Rounds;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true,
    // Canonical keys are sorted, so that the kind of a notice does not come first.
    AllowOutOfOrderMetadataProperties = true,
    Converters = [typeof(DecimalText), typeof(InstantText), typeof(UnicodeText)])]
[JsonSerializable(typeof(RuleSet))]
[JsonSerializable(typeof(EngineState))]
[JsonSerializable(typeof(RoundEvidence))]
[JsonSerializable(typeof(CommandEvidence))]
[JsonSerializable(typeof(CommandBody))]
[JsonSerializable(typeof(CommandAnswer))]
[JsonSerializable(typeof(PreviewDocument))]
[JsonSerializable(typeof(NoticeEvidence))]
[JsonSerializable(typeof(BundleManifest))]
[JsonSerializable(typeof(BundleBody))]
internal sealed partial class RoundsJson : JsonSerializerContext;
