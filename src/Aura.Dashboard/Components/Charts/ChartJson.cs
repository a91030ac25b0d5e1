using System.Text.Json.Serialization;

namespace Aura.Dashboard.Components.Charts;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ChartUpdateDocument))]
internal sealed partial class ChartJson : JsonSerializerContext;
