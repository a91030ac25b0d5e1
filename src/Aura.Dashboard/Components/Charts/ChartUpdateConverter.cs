using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aura.Dashboard.Components.Charts;

/// <summary>Copies what is already written.</summary>
internal sealed class ChartUpdateConverter : JsonConverter<ChartUpdate>
{
    public override ChartUpdate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Updates are only sent.");

    public override void Write(Utf8JsonWriter writer, ChartUpdate value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.Json, skipInputValidation: true);
}
